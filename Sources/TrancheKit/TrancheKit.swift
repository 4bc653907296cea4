// The documented way in: one import brings the question, the answer, and all that can be done with
// the two. Nothing is defined here; each noun lives in the room that is named after it.
//
// What is exported keeps to four rules: values are Sendable; nothing is global, so two plans may be
// made at once in one process; long work takes a Cancellation; and nobody below the command ends the
// process, writes to standard output or asks for the working folder.

/// Civil dates, weeks and working calendars.
@_exported public import Days
/// Text that is safe to print, and files that are read once and whole.
@_exported public import Files
/// The question (`Region` and all it holds) and the answer (`Plan`, `Outcome`, `Cost`, `Finding`).
@_exported public import Migrations
/// Rules and proofs, checked by code that shares nothing with the planner.
@_exported public import PlanChecks
/// The planner, the explainer and the worth of capacity.
@_exported public import Planning
/// Region folders and plans, read with every error in one go.
@_exported public import RegionFiles
/// Every output format, and the geometry that they share.
@_exported public import Reports
/// What-ifs, sweeps, risk, comparison, replanning and acceptance.
@_exported public import Studies
