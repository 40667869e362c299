extension DurationText {
    /// Reads `of`'s form; nil for anything else.
    public static func seconds(_ text: String) -> Int? {
        var (total, digits) = (0, "")
        for character in text {
            if character.isASCII, character.isNumber {
                digits.append(character)
                continue
            }
            guard let number = Int(digits), let unit = ["s": 1, "m": 60, "h": 3_600][String(character)] else {
                return nil
            }
            let (sum, isTooMuch) = total.addingReportingOverflow(
                number.multipliedReportingOverflow(by: unit).partialValue)
            if isTooMuch { return nil }
            (total, digits) = (sum, "")
        }
        return digits.isEmpty && !text.isEmpty ? total : nil
    }
}
