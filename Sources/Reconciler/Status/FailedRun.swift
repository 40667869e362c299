import Model

extension StatusBranch.Loaded {
    /// `family:revision` of the task before the rollout of `service` that failed last; nil when none did. It is what
    /// `neap rollout retry` asks for once more.
    func failedRun(of service: String) -> String? {
        let runs = memory.resourceFiles[ResourceID("BeforeRollout", service)]?["runs"]?.list
        guard let last = runs?.first, last["result"]?.string == "failed" else { return nil }
        return last["revision"]?.string
    }
}
