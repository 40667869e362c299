import Model

/// Refusals that AWS gives inside a reply of success: RunTask's `failures`.
enum RefusedInReply {
    /// What became of `call`; nil when its reply refuses nothing.
    static func outcome(of call: AWSCall, _ reply: Value) -> Outcome? {
        guard call.operation == "RunTask", reply["tasks"]?.list?.isEmpty != false else { return nil }
        let reason = reply["failures"]?.list?.first?["reason"]?.string ?? "ECS gives no reason"
        // Room may come up, an agent may come back.
        let passes = ["RESOURCE", "AGENT"].contains { reason.hasPrefix($0) }
        return passes
            ? .deferred("no instance takes the task now: \(reason)")
            : .failed(.applyFailed, "RunTask: \(reason)", isTransient: true)
    }
}
