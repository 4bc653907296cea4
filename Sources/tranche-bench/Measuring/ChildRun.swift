import FoundationEssentials
import Glibc

/// A measurement in a process of its own, so that its peak of memory is its own.
struct ChildRun {
  let arguments: [String]
  /// After so many seconds the child is killed.
  let patience: Double

  /// Runs this same program again with the arguments and reads its answer from the last line.
  func measurement() -> Measurement {
    let output =
      FileManager.default.temporaryDirectory.path
      + "/tranche-bench-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).out"
    defer { unlink(output) }
    guard let child = spawn(writingTo: output) else {
      return Measurement(outcome: "the child process could not be started")
    }
    var usage = rusage()
    let status = wait(for: child, usage: &usage)
    let lines = ((try? TextFile.read(output)) ?? "").split(separator: "\n")
    var result: Measurement
    if status == 0, let line = lines.last,
      let answer = try? JSONDecoder().decode(Measurement.self, from: Data(line.utf8))
    {
      result = answer
    } else {
      let phase = lines.last.map { ", last phase: \($0)" } ?? ""
      let why = status & 0x7f != 0 ? "ended by signal \(status & 0x7f)" : "exit \(status >> 8)"
      result = Measurement(outcome: why + phase)
    }
    // Linux counts in kilobytes.
    result.megabytes = Double(usage.ru_maxrss) / 1_024
    return result
  }

  private func spawn(writingTo output: String) -> pid_t? {
    var argv: [UnsafeMutablePointer<CChar>?] = (["tranche-bench"] + arguments).map { strdup($0) }
    argv.append(nil)
    defer { argv.forEach { free($0) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var child = pid_t()
    guard posix_spawn(&child, "/proc/self/exe", &actions, nil, &argv, environ) == 0 else {
      return nil
    }
    return child
  }

  private func wait(for child: pid_t, usage: inout rusage) -> Int32 {
    let clock = ContinuousClock()
    let deadline = clock.now + .seconds(patience)
    var status: Int32 = 0
    while wait4(child, &status, WNOHANG, &usage) == 0 {
      if clock.now > deadline {
        kill(child, SIGKILL)
        wait4(child, &status, 0, &usage)
        break
      }
      usleep(20_000)
    }
    return status
  }
}
