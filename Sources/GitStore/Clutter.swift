import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What fetches and commits leave behind in a clone, a pack and some loose objects each.
struct Clutter {
    /// Small packs, by their name without ending, the smallest first; together no more than one merge may take.
    let packs: [String]
    let objects: String

    /// Larger ones are merged no more: each merge costs as much as what it merges.
    private static let smallPack = 8 << 20
    /// Everybody who reads the clone waits for a merge.
    private static let most = 32 << 20

    /// The clutter of the clone at `clone`. Throws `storage` when it can not be listed.
    init(of clone: String) throws(GitError) {
        objects = clone + "/objects"
        let folder = objects + "/pack"
        let sizes = try Self.list(folder).filter { $0.hasSuffix(".idx") }.map { String($0.dropLast(4)) }
            .map { (name: $0, size: Self.size("\(folder)/\($0).pack")) }
            .filter { $0.size < Self.smallPack }.sorted { ($0.size, $0.name) < ($1.size, $1.name) }
        var total = 0
        packs = sizes.prefix { pack in
            total += pack.size
            return total <= Self.most
        }.map(\.name)
    }

    /// How many loose objects there are, told from one of 256 folders as Git itself does.
    var looseEstimate: Int {
        get throws(GitError) {
            let sample = objects + "/17"
            return FileManager.default.fileExists(atPath: sample) ? try Self.list(sample).count * 256 : 0
        }
    }

    /// Every loose object, with its file.
    func loose() throws(GitError) -> [(id: ObjectID, file: String)] {
        var found: [(id: ObjectID, file: String)] = []
        for folder in try Self.list(objects) where folder.utf8.count == 2 {
            for name in try Self.list("\(objects)/\(folder)") {
                guard let id = ObjectID(hex: folder + name) else { continue }
                found.append((id, "\(objects)/\(folder)/\(name)"))
            }
        }
        return found
    }

    /// Takes a pack away, its index first: without that nobody looks for it.
    func remove(pack: String) {
        for ending in ["idx", "rev", "pack"] { remove(file: "\(objects)/pack/\(pack).\(ending)") }
    }

    /// A file that can not be removed costs space alone.
    func remove(file: String) { _ = file.withCString { unlink($0) } }

    /// Makes sure that a pack is on the disk before what it replaces goes.
    func settle(pack: String) {
        for file in ["/pack/\(pack).pack", "/pack/\(pack).idx", "/pack"] {
            let descriptor = open(objects + file, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            fsync(descriptor)
            close(descriptor)
        }
    }

    /// Bytes; what can not be looked at is too large.
    private static func size(_ path: String) -> Int {
        do {
            return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? .max
        } catch {
            return .max
        }
    }

    private static func list(_ folder: String) throws(GitError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .storage("\(folder) can not be listed: \(error)")
        }
    }
}
