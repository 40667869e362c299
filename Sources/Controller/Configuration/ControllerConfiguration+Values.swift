import FoundationEssentials

extension ControllerConfiguration {
    /// An address to listen at; nil when nobody says.
    static func address(_ reader: SettingReader, _ key: String) throws(ConfigurationError) -> ListenAddress? {
        guard let text = reader.text(key) else { return nil }
        do throws(ListenAddress.Problem) {
            return try ListenAddress(text)
        } catch {
            throw reader.wrong(key, error.description)
        }
    }

    static func accounts(_ reader: SettingReader) throws(ConfigurationError) -> Set<String> {
        let key = "allow.accounts"
        let all = reader.list(key)
        if let wrong = all.first(where: { $0.wholeMatch(of: /[0-9]{12}/) == nil }) {
            throw reader.wrong(
                key,
                "takes ids of AWS accounts, 12 digits each, and not \(wrong); in a file quotes keep a zero in front: "
                    + "\"012345678901\"")
        }
        return Set(all)
    }

    static func roles(_ reader: SettingReader) throws(ConfigurationError) -> Set<String> {
        let key = "allow.roles"
        let all = reader.list(key)
        let role = /arn:aws[a-z-]*:iam::[0-9]{12}:role\/[\x21-\x7E]+/
        if let wrong = all.first(where: { $0.wholeMatch(of: role) == nil }) {
            throw reader.wrong(
                key, "takes ARNs of roles, such as arn:aws:iam::123456789012:role/neap, and not \(wrong)")
        }
        return Set(all)
    }

    /// A commit's full name; nil when nobody says.
    static func commit(_ reader: SettingReader, _ key: String) throws(ConfigurationError) -> String? {
        guard let text = reader.text(key) else { return nil }
        guard text.wholeMatch(of: /[0-9a-f]{40}/) != nil else {
            throw reader.wrong(key, "takes a commit as its 40 small hexadecimal digits, and not \(text)")
        }
        return text
    }

    static func queue(_ reader: SettingReader) throws(ConfigurationError) -> QueueSettings? {
        guard let text = reader.text("queue.url") else { return nil }
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme ?? ""),
            url.host()?.isEmpty == false, url.path().count > 1
        else {
            throw reader.wrong(
                "queue.url",
                "is the URL of an SQS queue, such as https://sqs.eu-west-1.amazonaws.com/123456789012/neap, and not \(text)"
            )
        }
        return QueueSettings(url: text)
    }

    /// What somebody set means to be heeded: `keys` without `needed` do nothing.
    static func refuse(
        _ keys: [String], without needed: String, _ reader: SettingReader
    ) throws(ConfigurationError) {
        guard reader.text(needed) == nil, let key = keys.first(where: reader.isSet) else { return }
        let flag = Setting.all.first { $0.key == needed }?.flag.map { " (\($0))" } ?? ""
        throw reader.wrong(key, "does nothing without \(needed)\(flag)")
    }
}
