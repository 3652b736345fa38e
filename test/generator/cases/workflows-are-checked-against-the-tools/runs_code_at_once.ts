fetch("https://elsewhere.example");
