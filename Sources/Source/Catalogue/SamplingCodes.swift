/// The arithmetic of samples: YJ0550–0569 what a plan alone decides, YJ0570–0599 what the numbers
/// of the registry decide.
extension DiagnosticCode {
  static let samplingCodes: [DiagnosticCode] = []
}
