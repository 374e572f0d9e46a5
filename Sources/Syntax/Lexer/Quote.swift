/// The kinds of quotation marks that a text can stand in.
enum Quote: Int {
  /// `"`, closed by the same.
  case ascii
  /// `＂`, closed by the same.
  case fullWidth
  /// `“`, closed by `”`.
  case curly
  /// `”` where a text starts: a slip of the input method.
  case curlyClosing

  init?(_ scalar: Scalar) {
    switch scalar.value {
    case 0x22: self = .ascii
    case 0xFF02: self = .fullWidth
    case 0x201C: self = .curly
    case 0x201D: self = .curlyClosing
    default: return nil
    }
  }

  /// What closes it.
  var closer: UInt32 {
    switch self {
    case .ascii: 0x22
    case .fullWidth: 0xFF02
    case .curly, .curlyClosing: 0x201D
    }
  }

  var openerText: String {
    switch self {
    case .ascii: "\""
    case .fullWidth: "＂"
    case .curly, .curlyClosing: "“"
    }
  }

  var closerText: String {
    switch self {
    case .ascii: "\""
    case .fullWidth: "＂"
    case .curly, .curlyClosing: "”"
    }
  }
}
