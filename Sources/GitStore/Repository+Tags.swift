import CGit2

extension Repository {
    /// The annotated tags whose full names begin with the prefix, in order of name, `limit` of them at most.
    public func annotatedTags(prefix: String, limit: Int) throws(GitError) -> [AnnotatedTag] {
        let found = try withHandle { (repository) throws(GitError) in
            try References.all(in: repository, prefix: prefix)
        }
        return try annotatedTags(Array(found.prefix(limit)))
    }

    /// Of these names and objects those that are annotated tags of commits.
    func annotatedTags(_ named: [(String, ObjectID)]) throws(GitError) -> [AnnotatedTag] {
        try withDatabase { (_, database) throws(GitError) in
            var tags: [AnnotatedTag] = []
            for (name, id) in named {
                let content = try Objects.content(of: id, what: "the tag \(name)", in: database)
                if let tag = AnnotatedTag(content, name: name) { tags.append(tag) }
            }
            return tags
        }
    }

    /// Whether the object database holds the object.
    func holds(_ id: ObjectID) throws(GitError) -> Bool {
        try withHandle { (repository) throws(GitError) in try Objects.exists(id, in: repository) }
    }
}
