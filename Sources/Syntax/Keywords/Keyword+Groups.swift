extension Keyword {
  /// Words that can never be names, in either language, so that a translated file stays valid.
  package static let hardWords: [Keyword] = [
    .let, .if, .then, .else, .match, .and, .or, .not, .true, .false, .none, .in, .where, .it,
    .otherwise,
  ]

  package static let countingUnits: [Keyword] = [
    .objects, .firms, .units, .sites, .times, .cases, .persons, .items,
  ]

  package static let durationUnits: [Keyword] = [
    .months, .naturalDays, .workingDays, .hours, .bareDays,
  ]

  /// What a frequency counts by.
  package static let frequencyUnits: [Keyword] = [.year, .quarter, .month]

  /// Words that are types by themselves; units are types too.
  package static let simpleTypes: [Keyword] = [
    .boolType,
    .intType,
    .decimalType,
    .percentType,
    .textType,
    .dateType,
    .uniformCodeType,
    .divisionCodeType,
    .matterCodeType,
    .deadlineType,
  ]

  /// Functions that are known by a keyword before `(`.
  package static let builtinFunctions: [Keyword] = [
    .drawFunction,
    .yearOf,
    .monthOf,
    .dayOf,
    .daysBetween,
    .addDays,
    .addMonths,
    .roundUp,
    .roundDown,
    .roundHalfUp,
    .absolute,
    .length,
    .contains,
    .startsWith,
    .endsWith,
    .addWorkingDays,
    .workingDaysBetween,
    .isWorkingDay,
    .dueItems,
    .parentDivision,
    .withinDivision,
    .due,
    .basis,
  ]

  /// Builtin functions that ask a calendar.
  package static let calendarFunctions: [Keyword] = [
    .addWorkingDays, .workingDaysBetween, .isWorkingDay,
  ]

  /// Labels of the arguments of `抽取`.
  static let drawLabels: [Keyword] = [
    .dateLabel,
    .seedLabel,
    .layerLabel,
    .stageLabel,
  ]

  package static let querySteps: [Keyword] = [
    .where, .count, .sum, .minimum, .maximum, .average, .groupBy, .sortBy, .first, .distinct,
    .any, .all,
  ]

  /// What starts an item of a file.
  static let itemStarts: [Keyword] = [
    .use,
    .department,
    .enumeration,
    .record,
    .registry,
    .function,
    .table,
    .plan,
    .test,
    .show,
    .let,
    .law,
    .calendar,
    .matter,
    .checklist,
    .tasks,
    .principle,
    .visitCap,
    .joint,
  ]

  static let planClauses: [Keyword] = [
    .period,
    .exclusive,
    .lead,
    .participants,
    .over,
    .frequency,
    .sample,
    .inspectors,
    .coordination,
    .basis,
    .standFor,
    .inspect,
    .methods,
    .rounds,
    .thenSample,
    .drawLevel,
    .inspectionLevel,
    .listing,
    .parameter,
    .require,
    .capacity,
    .findings,
    .publish,
    .drawWindow,
    .completeBy,
    .planTasks,
    .issued,
  ]

  /// From the highest to the lowest.
  package static let levels: [Keyword] = [
    .national, .provincial, .municipal, .county, .township,
  ]

  /// What working days are for.
  package static let capacityLines: [Keyword] = [
    .statutoryDays,
    .otherEnforcement,
    .nonEnforcement,
    .supervision,
    .perObject,
  ]

  /// How often the rounds of a plan begin, by the calendar.
  static let rhythms: [Keyword] = [.monthly, .quarterly, .halfYearly, .yearly]

  static let sampleClauses: [Keyword] = [
    .overall,
    .include,
    .exclude,
    .allowZero,
    .prefer,
    .withoutRepeats,
    .rotate,
    .cap,
  ]

  static let testStatements: [Keyword] = [
    .let,
    .assert,
    .given,
  ]

  /// Keywords that may be glued to digits behind them: `不少于30%`, `至2026-11-30`.
  static let gluedToDigits: [Keyword] = [
    .atLeast,
    .atMost,
    .fewerThan,
    .to,
    .asAt,
    .rounds,
    .yearTotal,
    .perInspector,
    .again,
    .share,
    .afterward,
    .afterCompletion,
    .afterDraw,
    .afterTerm,
    .issued,
    .monthly,
    .quarterly,
    .halfYearly,
    .yearly,
    .rotate,
    .cap,
  ]

  package var isCountingUnit: Bool { Keyword.countingUnits.contains(self) }

  package var isDurationUnit: Bool { Keyword.durationUnits.contains(self) }
}
