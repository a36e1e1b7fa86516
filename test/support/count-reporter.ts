import type { Reporter, SerializedError, TestCase, TestModule, Vitest } from "vitest/node";

/** Ends the output with `N passed, N failed`; what could not be run counts as failed, what `-t` left out does not count. */
export class CountReporter implements Reporter {
  #isFiltered = false;

  onInit({ config }: Vitest): void {
    this.#isFiltered = config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const isLeftOut = ({ options }: TestCase): boolean => this.#isFiltered && options.mode === "skip";
    const tests = modules.flatMap((module) => [...module.children.allTests()]).filter((test) => !isLeftOut(test));
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const brokenModules = modules.filter((module) => module.errors().length > 0).length;
    const failed = tests.length - passed + brokenModules + errors.length;
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    if (failed > 0) process.exitCode = 1;
  }
}
