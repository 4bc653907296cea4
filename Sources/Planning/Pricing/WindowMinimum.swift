/// The smallest value in a sliding window, the one operation that the pricing consists of.
enum WindowMinimum {
  /// Puts into `output[x]` the least `input[x - n] + slope * n` over n from 0 to `length`.
  ///
  /// Windows are doubled until they are wide enough, so the work is `count * log(length)` in
  /// loops without branches. `scratch` must not overlap the others.
  static func apply(
    _ input: UnsafePointer<Double>, count: Int, slope: Double, length: Int,
    output: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Double>
  ) {
    guard length > 0 else {
      output.update(from: input, count: count)
      return
    }
    var source = output
    var target = scratch
    for x in 0..<count { source[x] = input[x] - slope * Double(x) }
    var width = 1
    let wanted = length + 1
    while width < wanted {
      let step = min(width, wanted - width)
      if step >= count { break }
      target.update(from: source, count: step)
      for x in step..<count { target[x] = min(source[x], source[x - step]) }
      swap(&source, &target)
      width += step
    }
    for x in 0..<count { output[x] = source[x] + slope * Double(x) }
  }

  /// Smaller of two numbers without the order of NaN, which never occurs here, so that the
  /// compiler may use the machine's own minimum.
  @inline(__always)
  static func min(_ left: Double, _ right: Double) -> Double { left < right ? left : right }

  @inline(__always)
  private static func min(_ left: Int, _ right: Int) -> Int { left < right ? left : right }
}
