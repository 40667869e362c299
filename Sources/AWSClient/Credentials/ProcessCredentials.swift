internal import AWSWire

/// What the profile's `credential_process` prints.
struct ProcessCredentials: CredentialProvider, Unprinted {
    let name: String
    let command: String
    let runner: CommandRunner

    func credentials() async throws -> ExpiringCredentials? {
        guard let words = Self.words(command), !words.isEmpty else {
            throw failure("credential_process has an open quote or is empty")
        }
        let output: CommandRunner.Output
        do { output = try await runner.run(words) } catch let error as CancellationError {
            throw error
        } catch {
            throw failure("credential_process can not be run")
        }
        guard output.status == 0 else { throw failure("credential_process ended with status \(output.status)") }
        do {
            return try CredentialDocument(output.standardOutput, isProcess: true).credentials(from: name)
        } catch {
            throw failure("credential_process printed \(error.description)")
        }
    }

    /// The words of a command line as a POSIX shell splits them, without any expansion; nil when a quote stays open.
    static func words(_ command: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in command {
            if isEscaped {
                // Inside double quotes a backslash speaks only for a quote or another backslash.
                if quote == "\"", character != "\"", character != "\\" { word = (word ?? "") + "\\" }
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return quote == nil && !isEscaped ? words : nil
    }
}
