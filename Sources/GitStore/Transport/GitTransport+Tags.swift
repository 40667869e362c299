extension GitTransport {
    /// The server's annotated tags whose full names begin with the prefix, in order of name, `limit` of them at most; those
    /// that the repository does not hold yet are fetched into it. Throws as `fetch` does.
    public func annotatedTags(
        _ prefix: String, limit: Int, at remote: Remote, into repository: Repository
    ) async throws -> [AnnotatedTag] {
        let named = try await annotated(prefix, at: remote).prefix(limit)
        let missing = try named.filter { try !repository.holds($0.1) }.map(\.0)
        _ = try await fetch(missing, from: remote, into: repository)
        return try repository.annotatedTags(try named.filter { try repository.holds($0.1) })
    }

    /// Names and objects; a tag that is only another name of a commit is left out.
    private func annotated(_ prefix: String, at remote: Remote) async throws -> [(String, ObjectID)] {
        let listed = try await references(remote, prefixes: [prefix])
        let peeled = Set(listed.filter { $0.name.hasSuffix("^{}") }.map { String($0.name.dropLast(3)) })
        return listed.filter { peeled.contains($0.name) && References.isLegal($0.name) }
            .compactMap { listed in ObjectID(hex: listed.id).map { (listed.name, $0) } }
            .sorted { $0.0.precedesByBytes($1.0) }
    }
}
