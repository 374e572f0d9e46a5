extension DiagnosticCode {
  static let drawCodes: [DiagnosticCode] = []
}
