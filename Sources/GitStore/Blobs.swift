import CGit2

/// Content look-ups on a raw object database.
enum Blobs {
    /// Bytes of content, from the object's header alone; `corrupt` when the object is missing or no blob.
    static func size(of id: BlobID, in database: OpaquePointer) throws(GitError) -> Int {
        var oid = id.object.oid
        var size = 0
        var type = GIT_OBJECT_ANY
        let code = git_odb_read_header(&size, &type, database, &oid)
        guard code == 0 else { throw .corrupt("the content \(id) can not be read: \(Library.lastError().message)") }
        guard type == GIT_OBJECT_BLOB else { throw .corrupt("\(id) is not a file's content") }
        return size
    }

    /// The content, unless it has more than `limit` bytes, which is found out before it is loaded.
    static func content(of id: BlobID, limit: Int, in database: OpaquePointer) throws(GitError) -> [UInt8] {
        let size = try size(of: id, in: database)
        guard size <= limit else { throw .tooLarge(what: "the content \(id)", limit: limit, actual: size) }
        var oid = id.object.oid
        var object: OpaquePointer?
        let code = git_odb_read(&object, database, &oid)
        guard code == 0, let object else {
            throw .corrupt("the content \(id) can not be read: \(Library.lastError().message)")
        }
        defer { git_odb_object_free(object) }
        return Array(UnsafeRawBufferPointer(start: git_odb_object_data(object), count: git_odb_object_size(object)))
    }
}
