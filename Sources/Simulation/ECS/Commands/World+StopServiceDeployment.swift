// StopServiceDeployment (aws-facts 1.4).
extension World {
    /// StopServiceDeployment by the id at its ARN's end; `abort` leaves things as they are instead of going back.
    public mutating func stopServiceDeployment(_ id: ServiceID, deployment: String, abort: Bool) throws(Refusal) {
        guard let entry = ecs.services[id]?.history.first(where: { $0.id == deployment }) else {
            throw Refusal("ServiceDeploymentNotFoundException", "The service deployment was not found.")
        }
        guard entry.isLive else {
            throw Refusal(
                "ConflictException", "The service deployment is in the \(entry.status.rawValue) state.")
        }
        guard entry.status != .rollbackInProgress else { return }
        guard abort || ecs.services[id]?.lastCompleted != nil else {
            throw Refusal("ConflictException", "There is no completed deployment to roll back to.")
        }
        let asked = now
        updateHistory(of: id) {
            $0.stoppedAt = asked
            $0.status = abort ? .stopRequested : .rollbackRequested
        }
        failDeployment(id, "ECS service deployment", "stopped by a user.", goesBack: !abort)
    }
}
