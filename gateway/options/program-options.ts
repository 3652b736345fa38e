import { usualLimits } from "../../runtime/index.js";
import { seconds, wholeNumber } from "./option.js";

/** The limits of programs, as rows of the table of options. */
export const programOptions = {
  program_seconds: seconds({
    label: "Maximum seconds of a program",
    about: "Maximum seconds of a program on the surface code, with all its calls",
    group: "limits",
    least: 1,
    most: 600,
    default: usualLimits.seconds,
  }),
  program_memory_mb: wholeNumber({
    label: "Maximum memory of a program, in MB",
    about: "Maximum memory of a program, in megabytes",
    group: "limits",
    least: 16,
    most: 512,
    default: usualLimits.memoryMb,
  }),
  program_calls: wholeNumber({
    label: "Maximum calls of a program",
    about: "Maximum calls that one program makes",
    group: "limits",
    least: 1,
    most: 1_000,
    default: usualLimits.calls,
  }),
  program_kb: wholeNumber({
    label: "Maximum text of a program, in kB",
    about: "Maximum text of a program, in kilobytes",
    group: "limits",
    least: 1,
    most: 1_000,
    default: usualLimits.sourceKb,
  }),
};
