extension StringProtocol {
    /// AWS's member name in lower camel case: the leading run of capitals is lowered, all but the last before a small letter.
    ///
    /// `VPCZoneIdentifier` gives `vpcZoneIdentifier`, `TargetGroupARNs` gives `targetGroupARNs`, `ARN` gives `arn`.
    public var lowerCamel: String {
        let characters = Array(self)
        let run = characters.prefix { $0.isUppercase }.count
        guard run > 0 else { return String(self) }
        // "ARNs" at the very start: a run followed only by a plural s is one word.
        let plural = run > 1 && characters.count == run + 1 && characters[run] == "s"
        let nextIsSmall = run < characters.count && characters[run].isLowercase
        let lowered = run == 1 || !nextIsSmall || plural ? run : run - 1
        return String(characters.prefix(lowered)).lowercased() + String(characters.dropFirst(lowered))
    }
}
