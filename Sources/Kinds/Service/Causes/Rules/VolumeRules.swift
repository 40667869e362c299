import Model

/// An EFS file system could not be mounted.
struct FileSystemNotMounted: CauseRule {
    static let id = "file-system-not-mounted"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { $0.says("EFS utils", "mount.nfs4", "set up EFS volumes", "efs mount") }
        guard let failure else { return nil }
        let spot = evidence.manifest.definition("/volumes", "`volumes` of the task definition")
        return found(
            "an EFS file system can not be mounted", failure.told(Said.short(failure.newest.text)),
            fix:
                "check that it has a mount target in the zone, that its security group lets port 2049 in, and \(spot); "
                + evidence.retry,
            at: spot)
    }
}

/// A volume can not be made or is not there.
struct VolumeMissing: CauseRule {
    static let id = "volume-missing"

    func cause(_ evidence: Evidence) -> Cause? {
        let failure = evidence.failure { task in
            task.says(
                "CannotCreateVolumeError", "VolumeError:", "no such volume", "error while mounting volume",
                "failed to mount local volume", "invalid mount config", "bind source path does not exist")
        }
        guard let failure else { return nil }
        let spot = evidence.manifest.definition("/volumes", "`volumes` of the task definition")
        return found(
            "a volume can not be mounted", failure.told(Said.short(failure.newest.text)),
            fix: "correct \(spot), or make what it names on the instances; \(evidence.commit)", at: spot)
    }
}
