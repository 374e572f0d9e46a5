/// Letters of other scripts that look like a Latin letter.
///
/// A small part of Unicode's confusables (UTS #39): the Cyrillic and Greek letters that common
/// typefaces draw exactly as Latin ones.
enum LookAlikes {
  private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = [
      // Cyrillic
      ("АВЕКМНОРСТУХЅІЈ", "ABEKMHOPCTYXSIJ"), ("аеорсухѕіјһԁԛԝ", "aeopcyxsijhdqw"),
      // Greek
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"), ("ονι", "ovi"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (others, latin) in pairs {
      for (other, letter) in zip(others.unicodeScalars, latin.unicodeScalars) {
        table[other] = letter
      }
    }
    return table
  }()

  /// The name written with Latin letters where it has look-alikes that deceive: beside Latin
  /// letters or Han, or when the whole name could be taken for Latin. Nil for an honest name.
  static func latinised(_ name: String) -> String? {
    var result = String.UnicodeScalarView()
    var alike = 0
    var familiar = 0
    var foreign = 0
    for scalar in name.unicodeScalars {
      if let letter = latin[scalar] {
        alike += 1
        result.append(letter)
        continue
      }
      result.append(scalar)
      let isLatin = scalar.isASCII && scalar.properties.isAlphabetic
      if isLatin || scalar.properties.isIdeographic {
        familiar += 1
      } else if scalar.properties.isAlphabetic {
        foreign += 1
      }
    }
    return alike > 0 && (familiar > 0 || foreign == 0) ? String(result) : nil
  }
}
