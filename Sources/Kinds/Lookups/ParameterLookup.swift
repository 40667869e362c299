import Model

/// Lookups by SSM parameter, ten a call.
enum ParameterLookup {
    /// The answers to those of `lookups` that ask by parameter.
    static func observe(_ lookups: [Lookup], _ context: ObservationContext) async -> [ResourceID: Observation] {
        let asked = lookups.compactMap { lookup in
            if case .ssm(let name) = lookup.query { (lookup, name) } else { nil }
        }
        var found: [ResourceID: Observation] = [:]
        for names in Set(asked.map(\.1)).sorted().chunked(by: 10) {
            let mine = asked.filter { names.contains($0.1) }
            do {
                let values = try await values(of: names, context)
                for (lookup, name) in mine {
                    found[lookup.id] = Lookups.answer(lookup, values[name].map(ids) ?? [])
                }
            } catch {
                for (lookup, _) in mine { found[lookup.id] = .unknown(String(describing: error)) }
            }
        }
        return found
    }

    private static func values(of names: [String], _ context: ObservationContext) async throws -> [String: String] {
        let call = AWSCall("ssm", "GetParameters", ["names": .list(names.map { .string($0) })])
        let reply = try await context.cache.send(call, .slow, of: nil, through: context.aws) { reply in
            let found = values(in: reply)
            return names.allSatisfy { found[$0].map(ids)?.isEmpty == false }
        }
        return values(in: reply)
    }

    private static func values(in reply: Value) -> [String: String] {
        let pairs = (reply["parameters"]?.list ?? []).compactMap { parameter in
            parameter["name"]?.string.flatMap { name in parameter["value"]?.string.map { (name, $0) } }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// The ids in a parameter: one, several behind commas, or the image of AWS's `recommended` JSON.
    static func ids(_ text: String) -> [String] {
        guard text.hasPrefix("{") else {
            return text.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }.filter { !$0.isEmpty }
        }
        guard let member = text.firstRange(of: "\"image_id\"") else { return [] }
        let value = text[member.upperBound...].split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        return value.count > 1 && !value[1].isEmpty ? [String(value[1])] : []
    }
}
