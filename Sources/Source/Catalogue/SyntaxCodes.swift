extension DiagnosticCode {
  static let syntaxCodes: [DiagnosticCode] = textCodes + structureCodes + wordCodes

  private static let textCodes: [DiagnosticCode] = [
    invalidEncoding, fileTooLarge, unknownCharacter, controlCharacter, hiddenCharacter,
    hiddenCharacterInText, lookAlike, unclosedText, unknownEscape, mixedQuotes, dateForm,
  ]

  private static let structureCodes: [DiagnosticCode] = [
    unclosedBracket, bracketWithoutOpener, mismatchedBracket, nestingTooDeep, expected, unexpected,
    missingPolicy, chainedComparison, assignmentForEquality, tooManyMistakes,
  ]

  private static let wordCodes: [DiagnosticCode] = [
    mixedKeywords, unknownItem, unknownClause, reservedName, nameStartsWithDigit, otherWording,
    singleQuotes, commentSign, holdsOfAllStrata,
  ]
}
