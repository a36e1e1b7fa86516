import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** Ends the output with `N passed, N failed`; what could not be run counts as failed. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const brokenModules = modules.filter((module) => module.errors().length > 0).length;
    const failed = tests.length - passed + brokenModules + errors.length;
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    if (failed > 0) process.exitCode = 1;
  }
}
