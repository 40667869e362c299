/// What the members of Service and ScalingPolicy are for, in our own words; `FieldNotes.all` says how to read it.
enum ServiceNotes {
    static let text = """
        Service/availabilityZoneRebalancing: Whether ECS moves tasks between zones when they are spread unevenly.
        Service/cluster: The cluster that the tasks run in.
        Service/capacityProviderStrategy: Which capacity providers the tasks are put on, by base and weight.
        Service/deploymentConfiguration: How a new revision takes the place of the old one.
        Service/deploymentController: Who moves tasks: ECS itself, CodeDeploy or somebody else.
        deploymentController/type: ECS, CODE_DEPLOY or EXTERNAL.
        Service/desiredCount [tasks]: How many tasks run.
        Service/enableECSManagedTags: Whether ECS puts tags with the cluster's and the service's name on tasks.
        Service/enableExecuteCommand: Whether people may open a shell in the containers with ECS Exec.
        Service/healthCheckGracePeriodSeconds [seconds]: How long after its start a task's failed health checks do not count.
        Service/launchType: Where tasks run when no capacity provider is named.
        Service/loadBalancers: The target groups that the tasks are registered in, with container and port.
        loadBalancers/containerName: The container that takes the requests.
        loadBalancers/containerPort: The port of that container.
        loadBalancers/loadBalancerName: A Classic Load Balancer; target groups are for all others.
        loadBalancers/targetGroupArn: The target group that tasks are registered in.
        loadBalancers/advancedConfiguration: What blue/green, linear and canary deployments need beside the target group.
        advancedConfiguration/alternateTargetGroupArn: The second target group, which the new revision is registered in.
        advancedConfiguration/productionListenerRule: The rule whose weights move production's requests.
        advancedConfiguration/testListenerRule: The rule that test requests take to the new revision.
        advancedConfiguration/roleArn: The role with which ECS changes listener rules.
        Service/networkConfiguration: The tasks' own network interfaces, for the network mode awsvpc.
        networkConfiguration/awsvpcConfiguration: Subnets, security groups and addresses of the tasks.
        awsvpcConfiguration/assignPublicIp: Whether a Fargate task gets a public address.
        awsvpcConfiguration/securityGroups: The security groups of the tasks' interfaces.
        awsvpcConfiguration/subnets: The subnets that tasks are put in.
        placementConstraints: Rules that an instance has to meet to take a task.
        placementConstraints/expression: What instances must be like, in the cluster query language.
        placementConstraints/type: memberOf with an expression; distinctInstance for one task an instance.
        Service/placementStrategy: How instances are chosen among those that may take a task, first things first.
        placementStrategy/field: What is spread over or packed by, such as attribute:ecs.availability-zone or memory.
        placementStrategy/type: spread, binpack or random.
        Service/platformVersion: The version of Fargate's platform.
        Service/propagateTags: Whose tags new tasks get: the service's, the task definition's or none.
        Service/role: The role that registers targets; nearly always left to the service-linked one.
        Service/schedulingStrategy: REPLICA keeps a count of tasks, DAEMON runs one on every instance.
        Service/serviceConnectConfiguration: Names and a proxy by which services of a namespace reach one another.
        Service/serviceName: AWS's name, where it is not the manifest's.
        Service/serviceRegistries: Cloud Map services that tasks are registered in for discovery by DNS.
        serviceRegistries/containerName: The container whose address is registered.
        serviceRegistries/containerPort: The port of that container, for SRV records.
        serviceRegistries/port: A port that is registered whatever the task's is.
        serviceRegistries/registryArn: The Cloud Map service.
        Service/tags: Tags of the service by name.
        Service/taskDefinition: What the tasks are made of.
        Service/volumeConfigurations: EBS volumes that are made for every task.
        Service/vpcLatticeConfigurations: VPC Lattice target groups that tasks are registered in.
        vpcLatticeConfigurations/portName: The named port of the task definition.
        vpcLatticeConfigurations/roleArn: The role with which ECS registers targets.
        vpcLatticeConfigurations/targetGroupArn: The VPC Lattice target group.
        deploymentConfiguration/alarms: CloudWatch alarms that end a rollout while they ring.
        alarms/alarmNames: The alarms that are watched.
        alarms/enable: Whether the alarms are watched.
        alarms/rollback: Whether an alarm brings the last good revision back.
        deploymentConfiguration/bakeTimeInMinutes [minutes]: How long both revisions stay after all requests have moved.
        deploymentConfiguration/canaryConfiguration: A canary deployment: a small share first, then everything.
        canaryConfiguration/canaryBakeTimeInMinutes [minutes]: How long the first share is watched.
        canaryConfiguration/canaryPercent [percent of requests]: The first share.
        deploymentConfiguration/deploymentCircuitBreaker: Ends a rollout whose tasks fail again and again.
        deploymentCircuitBreaker/enable: Whether failing tasks end a rollout.
        deploymentCircuitBreaker/resetOnHealthyTask: Whether one healthy task sets the count of failures back.
        deploymentCircuitBreaker/rollback: Whether the last good revision comes back.
        deploymentCircuitBreaker/thresholdConfiguration: After how many failures it acts.
        thresholdConfiguration/type: How the threshold is counted.
        thresholdConfiguration/value: The threshold itself, in what its type counts.
        deploymentConfiguration/lifecycleHooks: Functions that are asked at stages of a deployment, and may stop it.
        lifecycleHooks/hookDetails: Text that the hook is given.
        lifecycleHooks/hookTargetArn: The Lambda function that is asked.
        lifecycleHooks/lifecycleStages: The stages at which it is asked.
        lifecycleHooks/roleArn: The role with which ECS asks it.
        lifecycleHooks/targetType: A Lambda function, or PAUSE for a person.
        lifecycleHooks/timeoutConfiguration: What happens when nobody answers in time.
        timeoutConfiguration/action: Go on or roll back when the time is over.
        timeoutConfiguration/timeoutInMinutes [minutes]: How long an answer is waited for.
        deploymentConfiguration/linearConfiguration: A linear deployment: equal shares, one after the other.
        linearConfiguration/stepBakeTimeInMinutes [minutes]: How long every share is watched.
        linearConfiguration/stepPercent [percent of requests]: What moves at each step.
        deploymentConfiguration/maximumPercent [percent of the count]: Tasks that may run at most during a rollout, rounded down.
        deploymentConfiguration/minimumHealthyPercent [percent of the count]: Healthy tasks that must stay, rounded up.
        deploymentConfiguration/strategy: ROLLING replaces tasks within bounds; BLUE_GREEN, LINEAR and CANARY move requests.
        serviceConnectConfiguration/accessLogConfiguration: Whether and how the proxy logs requests.
        accessLogConfiguration/format: TEXT or JSON.
        accessLogConfiguration/includeQueryParameters: Whether query parameters are logged.
        serviceConnectConfiguration/enabled: Whether Service Connect is used.
        serviceConnectConfiguration/logConfiguration: Where the proxy's own log goes.
        serviceConnectConfiguration/namespace: The Cloud Map namespace.
        serviceConnectConfiguration/services: The ports that others reach under a name.
        services/clientAliases: Names and ports under which others reach it.
        clientAliases/dnsName: The name.
        clientAliases/port: The port.
        clientAliases/testTrafficRules: Which requests are test requests during a blue/green deployment.
        testTrafficRules/header: The header that marks a test request.
        header/name: The header's name.
        header/value: What the header has to say.
        value/exact: The whole text.
        services/discoveryName: Its name in Cloud Map.
        services/ingressPortOverride: The port that the proxy listens on.
        services/portName: The named port of the task definition.
        services/timeout: How long the proxy waits.
        timeout/idleTimeoutSeconds [seconds]: How long an idle connection stays open.
        timeout/perRequestTimeoutSeconds [seconds]: How long an answer may take.
        services/tls: Certificates for traffic between services.
        tls/issuerCertificateAuthority: Who issues the certificates.
        issuerCertificateAuthority/awsPcaAuthorityArn: The private certificate authority.
        tls/kmsKey: The key that protects the certificates' private keys.
        tls/roleArn: The role that gets the certificates.
        volumeConfigurations/name: The volume of the task definition that is configured at launch.
        volumeConfigurations/managedEBSVolume: The volume that is made for every task.
        managedEBSVolume/encrypted: Whether it is encrypted.
        managedEBSVolume/filesystemType: Its file system.
        managedEBSVolume/iops [operations a second]: Its provisioned operations.
        managedEBSVolume/kmsKeyId: The key it is encrypted with.
        managedEBSVolume/roleArn: The role with which ECS makes it.
        managedEBSVolume/sizeInGiB [GiB]: Its size.
        managedEBSVolume/snapshotId: The snapshot it is made of.
        managedEBSVolume/tagSpecifications: Tags that it gets.
        tagSpecifications/propagateTags: Whose tags it gets beside.
        managedEBSVolume/throughput [MiB a second]: Its provisioned throughput.
        managedEBSVolume/volumeInitializationRate [MiB a second]: How fast a snapshot is read in.
        managedEBSVolume/volumeType: Its type, such as gp3.
        beforeRollout/overrides: What the task of the step does otherwise than its definition says.
        overrides/containerOverrides: What single containers do otherwise.
        containerOverrides/name: The container that is meant.
        overrides/cpu [CPU units]: Another reservation of CPU.
        overrides/memory [MiB]: Another reservation of memory.
        overrides/executionRoleArn: Another execution role.
        overrides/taskRoleArn: Another task role.
        overrides/ephemeralStorage: Other room on the task's disk.
        overrides/inferenceAcceleratorOverrides: Other accelerators.
        inferenceAcceleratorOverrides/deviceName: The accelerator that is meant.
        inferenceAcceleratorOverrides/deviceType: The type that takes its place.
        containerOverrides/command: Another command.
        containerOverrides/cpu [CPU units]: Another share of CPU.
        containerOverrides/environment: Further environment variables.
        containerOverrides/environmentFiles: Further files of environment variables.
        containerOverrides/memory [MiB]: Another hard limit.
        containerOverrides/memoryReservation [MiB]: Another soft limit.
        containerOverrides/resourceRequirements: Other GPUs or accelerators.
        """
}
