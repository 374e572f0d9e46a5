/// The standardised codes of the language: texts of a fixed form.
public enum CodeKind: Hashable, Sendable, CaseIterable {
  /// 统一社会信用代码 (GB 32100-2015): `UniformCode`.
  case uniform
  /// 行政区划代码 (GB/T 2260 and the longer codes of statistics): `DivisionCode`.
  case division
  /// 监管事项目录编码, of 14 digits: `MatterCode`.
  case matter

  /// What keeps a text from being such a code, or nil if it is one.
  public func fault(in bytes: Span<UInt8>) -> CodeFault? {
    switch self {
    case .uniform: UniformCode.fault(in: bytes).map { .uniform($0) }
    case .division: DivisionCode.fault(in: bytes).map { .division($0) }
    case .matter: MatterCode.isCode(bytes) ? nil : .matter
    }
  }
}

/// What is wrong with a text that should be a code.
public enum CodeFault: Error, Hashable, Sendable {
  case uniform(UniformCodeFault)
  case division(DivisionCodeFault)
  /// Not exactly 14 digits.
  case matter
}
