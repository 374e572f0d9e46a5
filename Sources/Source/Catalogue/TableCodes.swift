extension DiagnosticCode {
  static let tableCodes: [DiagnosticCode] = []
}
