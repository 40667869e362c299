import AWSECS

/// Amazon ECS as the embedded AWS serves it.
enum LocalECS {
    /// The service, with the rates that AWS publishes.
    static let service = LocalService(
        ECS.model, throttle: ("ThrottlingException", "Rate exceeded", 400), buckets: buckets,
        clusterOperations + capacityProviderOperations + taskDefinitionOperations + serviceOperations
            + deploymentOperations + taskOperations + containerInstanceOperations + attributeOperations
            + accountSettingOperations + tagOperations)

    /// aws-facts 7.1; what AWS does not list there is not limited.
    private static let buckets: [LocalService.Bucket] = [
        bucket(
            "Cluster modify", 20, 1,
            ["CreateCluster", "DeleteCluster", "UpdateCluster", "UpdateClusterSettings", "PutClusterCapacityProviders"]),
        bucket("Cluster read", 50, 20, ["DescribeClusters", "ListClusters"]),
        bucket("Task definition modify", 20, 1, ["RegisterTaskDefinition", "DeregisterTaskDefinition"]),
        bucket(
            "Task definition read", 50, 20,
            ["DescribeTaskDefinition", "ListTaskDefinitions", "ListTaskDefinitionFamilies"]),
        bucket("Task definition delete", 5, 1, ["DeleteTaskDefinitions"]),
        bucket(
            "Capacity provider modify", 10, 1,
            ["CreateCapacityProvider", "UpdateCapacityProvider", "DeleteCapacityProvider"]),
        bucket("Capacity provider read", 50, 20, ["DescribeCapacityProviders"]),
        bucket("Tag modify", 20, 10, ["TagResource", "UntagResource"]),
        bucket("Tag read", 50, 20, ["ListTagsForResource"]),
        bucket("Setting modify", 10, 1, ["PutAccountSetting", "PutAccountSettingDefault", "DeleteAccountSetting"]),
        bucket("Setting read", 50, 20, ["ListAccountSettings"]),
        bucket(
            "Cluster resource modify", 100, 40,
            [
                "RunTask", "StartTask", "StopTask", "UpdateContainerInstancesState", "DeregisterContainerInstance",
                "PutAttributes", "DeleteAttributes",
            ]),
        bucket(
            "Cluster resource read", 100, 20,
            [
                "DescribeTasks", "ListTasks", "DescribeContainerInstances", "ListContainerInstances",
                "ListAttributes",
            ]),
        bucket("Agent modify", 200, 120, ["RegisterContainerInstance", "DiscoverPollEndpoint"]),
        bucket("Service modify", 50, 5, ["CreateService", "UpdateService", "DeleteService"]),
        bucket("Service read", 100, 20, ["DescribeServices", "ListServices"]),
        bucket("Service deployment", 50, 20, ["DescribeServiceDeployments", "ListServiceDeployments"]),
        bucket("Service revision", 50, 20, ["DescribeServiceRevisions"]),
        bucket("Task protection", 200, 80, ["UpdateTaskProtection", "GetTaskProtection"]),
    ]

    private static func bucket(
        _ name: String, _ burst: Int, _ perSecond: Int, _ operations: Set<String>
    ) -> LocalService.Bucket {
        LocalService.Bucket(name, burst: burst, refillPerMille: perSecond * 1000, operations)
    }
}
