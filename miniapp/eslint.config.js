import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// One door each: the server is src/transport.ts, Zalo is src/zalo.ts.
const doors = {
  "no-restricted-globals": ["error", { name: "fetch", message: "Call the server through src/api.ts." }],
  "no-restricted-imports": [
    "error",
    { patterns: [{ group: ["zmp-sdk", "zmp-sdk/*"], message: "Call Zalo through src/zalo.ts." }] },
  ],
};

export default tseslint.config(
  { ignores: ["dist", "www", "node_modules"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      ...doors,
      "no-console": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  { files: ["src/transport.ts"], rules: { "no-restricted-globals": "off" } },
  { files: ["src/zalo.ts"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["dev/**"],
    languageOptions: {
      globals: {
        process: "readonly",
        Buffer: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
      },
    },
  },
);
