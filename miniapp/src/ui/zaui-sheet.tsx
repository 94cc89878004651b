export { Sheet as default } from "zmp-ui";
