import Simulation

/// ARNs of ECS, which the world does not keep; empty names stand for what is gone.
extension World {
    /// `…:cluster/<cluster>`.
    func arn(_ id: ClusterID) -> String { ecsArn("cluster", clusterName(id)) }

    /// `…:capacity-provider/<name>`.
    func capacityProviderArn(_ name: String) -> String { ecsArn("capacity-provider", name) }

    /// `…:task-definition/<family>:<revision>`.
    func taskDefinitionArn(_ name: String) -> String { ecsArn("task-definition", name) }

    /// `…:service/<cluster>/<service>`.
    func arn(_ service: Service) -> String { ecsArn("service", below(service)) }

    /// `…:service-deployment/<cluster>/<service>/<id>`.
    func arn(_ deployment: ServiceDeployment, of service: Service) -> String {
        ecsArn("service-deployment", "\(below(service))/\(deployment.id)")
    }

    /// `…:service-revision/<cluster>/<service>/<digits>` of a revision by its place in `Service.revisions`.
    func revisionArn(_ index: Int, of service: Service) -> String {
        let id = service.revisions.indices.contains(index) ? service.revisions[index].id : 0
        return ecsArn("service-revision", "\(below(service))/\(id)")
    }

    /// `…:task/<cluster>/<id>`.
    func arn(_ task: ECSTask) -> String { ecsArn("task", "\(clusterName(task.cluster))/\(task.id)") }

    /// `…:container-instance/<cluster>/<id>`.
    func containerInstanceArn(_ id: String, in cluster: ClusterID) -> String {
        ecsArn("container-instance", "\(clusterName(cluster))/\(id)")
    }

    /// `…:<kind>/<name>`.
    func ecsArn(_ kind: String, _ name: String) -> String { place.arn("ecs", "\(kind)/\(name)") }

    /// A cluster's name.
    func clusterName(_ id: ClusterID) -> String { ecs.clusters[id]?.name ?? "" }

    private func below(_ service: Service) -> String { "\(clusterName(service.cluster))/\(service.name)" }
}
