import tseslint from "typescript-eslint";

/** All rooms but the tests. ESLint checks them with types, and holds their files and functions to a size. */
const SOURCE = ["cli", "runtime", "gateway", "generator", "sandbox", "scenarios", "build", "bench", "deploy"];

const within = (rooms) => rooms.map((room) => `${room}/**/*.{ts,tsx}`);

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "release/",
      "image-tree/",
      "generated/",
      "gateway/page/assets/",
      "test/generator/cases/",
      "test/generator/diff-cases/",
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: within([...SOURCE, "test"]),
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A rejected promise is also how an asynchronous function of an interface reports an error.
      "@typescript-eslint/require-await": "off",
      // Our objects are closures: their functions don't read `this`, and are passed around on their own.
      "@typescript-eslint/unbound-method": "off",
      // JSON is `unknown` here, and `String(value)` prints what a caller sent.
      "@typescript-eslint/no-base-to-string": "off",
    },
  },
  {
    // Scripts and tests read answers whose shape they know, and say so with `any`.
    files: within(["scenarios", "test"]),
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: within(["test"]),
    rules: {
      // `afterAll` must also work if `beforeAll` failed: it sees variables that their types call set.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // node:http takes async listeners. A rejected one fails the test as an unhandled rejection.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
      // `result?.isError` is also falsy for an answer without a result, such as a 404.
      "no-restricted-syntax": [
        "error",
        ...["CallExpression[callee.property.name=/^toBe(Falsy|Undefined)$/]", "UnaryExpression[operator='!']"]
          .concat("BinaryExpression[operator='!==']", "LogicalExpression[operator='??'][right.value=false]")
          .map((inside) => ({
            selector: `${inside} MemberExpression[optional=true][property.name='isError']`,
            message: "An answer without a result did not succeed. Use `isOk` of `call`.",
          })),
      ],
    },
  },
  {
    files: within(SOURCE),
    rules: {
      "max-lines": ["error", 250],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
    },
  },
);
