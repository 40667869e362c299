import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that a killed process leaves in a clone: half a pack, a lock that nobody will release.
struct Leftovers {
    let clone: String

    /// Removes them; only called while the cache's lock is held, so none belongs to a living writer of ours.
    func sweep() {
        for folder in ["objects", "objects/pack"] { remove(in: folder, where: isPartial) }
        remove(in: "") { $0.hasSuffix(".lock") }
        for path in list({ try FileManager.default.subpathsOfDirectory(atPath: clone + "/refs") })
        where path.hasSuffix(".lock") || path.hasPrefix("neap/outgoing/") {
            unlink("\(clone)/refs/\(path)")
        }
    }

    /// Removes half packs that nothing was written to for so long: no living child has one of those.
    func sweepPacks(olderThan age: Duration) {
        let latest = Date.now.addingTimeInterval(-Double(age.components.seconds))
        remove(in: "objects/pack") { name in
            guard isPartial(name) else { return false }
            do {
                let path = "\(clone)/objects/pack/\(name)"
                let written = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
                return written.map { $0 < latest } ?? false
            } catch {
                return false
            }
        }
    }

    private func isPartial(_ name: String) -> Bool {
        name.hasPrefix("tmp_") || name.hasPrefix("pack_git2_") || name.hasSuffix(".lock")
    }

    private func remove(in folder: String, where isLeftover: (String) -> Bool) {
        for name in list({ try FileManager.default.contentsOfDirectory(atPath: "\(clone)/\(folder)") })
        where isLeftover(name) {
            unlink("\(clone)/\(folder)/\(name)")
        }
    }

    /// What can not be listed or removed is left: it costs space, and opening the clone says what is wrong with it.
    private func list(_ read: () throws -> [String]) -> [String] {
        do {
            return try read()
        } catch {
            return []
        }
    }
}
