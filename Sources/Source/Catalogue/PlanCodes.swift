extension DiagnosticCode {
  static let planCodes: [DiagnosticCode] = []
}
