export * from "../worked-case.ts";
