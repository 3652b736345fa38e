import { createServer } from "node:http";
const inc = i => ({id:"3f2a9c1e-7b4d-4e2f-9a1c-"+String(i).padStart(12,"0"),number:i,name:"Checkout latency above 2 s",severity:"SEV2",services:[{id:"x",name:"payments"}],...Object.fromEntries(Array.from({length:60},(_,k)=>["field_"+k,k%2?null:"some text of that field, as it is ".repeat(8)]))});
const body = process.argv[2]==="small" ? JSON.stringify({id:"x",number:1,name:"Checkout",services:[{name:"a"}],gone:null}) : JSON.stringify({data:Array.from({length:100},(_,i)=>inc(i)),pagination:{count:100,next:null}});
console.error(body.length);
createServer((q,r)=>{r.writeHead(200,{"content-type":"application/json"});r.end(body)}).listen(0,function(){process.send(this.address().port)});
