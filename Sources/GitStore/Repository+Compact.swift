import CGit2
import Synchronization

extension Repository {
    /// Merges small packs and loose objects into one pack once there are more of them than that, so that a clone that lives for
    /// a year neither fills the disk nor grows slow. Nothing is dropped: what no reference leads to may still be in use. A
    /// process that is killed meanwhile leaves everything where it was, or twice.
    ///
    /// Returns true when something was merged. Throws `storage` and `corrupt`.
    @discardableResult
    public func compact(packs: Int = 50, loose: Int = 4_096) throws(GitError) -> Bool {
        guard isWritable, cache != nil else { return false }
        let clutter = try Clutter(of: gitDirectory)
        let isLoose = try clutter.looseEstimate > loose
        guard clutter.packs.count > packs || isLoose else { return false }
        let loose = try clutter.loose()
        try handle.withLock { (handle) throws(GitError) in
            let made = try Self.merge(clutter, loose, in: handle.pointer)
            clutter.settle(pack: made.pack)
            for pack in clutter.packs where pack != made.pack { clutter.remove(pack: pack) }
            for file in made.files { clutter.remove(file: file) }
            // The old handle would go on to look for the packs that it knows.
            handle = try reopened(handle)
        }
        return true
    }

    private func reopened(_ old: Handle) throws(GitError) -> Handle {
        var opened: OpaquePointer?
        try Library.check(git_repository_open_bare(&opened, gitDirectory), "opening \(gitDirectory) again")
        guard let opened else { throw .storage("\(gitDirectory) can not be opened again") }
        git_repository_free(old.pointer)
        return Handle(pointer: opened)
    }

    /// Writes a pack of all these objects; its name without ending, and the files of the loose ones that it holds.
    private static func merge(
        _ clutter: Clutter, _ loose: [(id: ObjectID, file: String)], in repository: OpaquePointer
    ) throws(GitError) -> (pack: String, files: [String]) {
        var builder: OpaquePointer?
        try Library.check(git_packbuilder_new(&builder, repository), "beginning a pack")
        defer { git_packbuilder_free(builder) }
        git_packbuilder_set_threads(builder, 1)
        for pack in clutter.packs { try insert("\(clutter.objects)/pack/\(pack).idx", into: builder) }
        // One that a crash left unreadable stays where it is: whoever needs it fetches it again.
        let files = loose.compactMap { object -> String? in
            var oid = object.id.oid
            return git_packbuilder_insert(builder, &oid, nil) == 0 ? object.file : nil
        }
        try Library.check(git_packbuilder_write(builder, nil, 0, nil, nil), "writing a pack")
        return (git_packbuilder_hash(builder).map { "pack-" + ObjectID($0.pointee).hex } ?? "", files)
    }

    /// Takes in every object of the pack whose index that is.
    private static func insert(_ index: String, into builder: OpaquePointer?) throws(GitError) {
        var (database, backend): (OpaquePointer?, UnsafeMutablePointer<git_odb_backend>?) = (nil, nil)
        try Library.check(git_odb_new(&database), "opening \(index)")
        defer { git_odb_free(database) }
        try Library.check(git_odb_backend_one_pack(&backend, index), "opening \(index)")
        // From here on it is the database's.
        try Library.check(git_odb_add_backend(database, backend, 1), "opening \(index)")
        let code = git_odb_foreach(
            database, { id, builder in git_packbuilder_insert(builder.map { OpaquePointer($0) }, id, nil) },
            builder.map { UnsafeMutableRawPointer($0) })
        try Library.check(code, "listing \(index)")
    }
}
