extension DiagnosticCode {
  static let typeCodes: [DiagnosticCode] = []
}
