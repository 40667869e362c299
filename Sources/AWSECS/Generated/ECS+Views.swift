// swift-format-ignore-file
// Written by Tools/generate from AWS's service model; change that and run `make generate`.

public import Model

extension ECS {
    /// A view of AWS's `Attachment`; a property is nil when AWS did not send it.
    public struct Attachment: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `id`.
        public var id: String? { raw["id"]?.string }
        /// AWS's `type`.
        public var type: String? { raw["type"]?.string }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `details`.
        public var details: [KeyValuePair]? { raw["details"]?.list?.map(KeyValuePair.init) }
    }

    /// A view of AWS's `AutoScalingGroupProvider`; a property is nil when AWS did not send it.
    public struct AutoScalingGroupProvider: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `autoScalingGroupArn`.
        public var autoScalingGroupArn: String? { raw["autoScalingGroupArn"]?.string }
        /// AWS's `managedScaling`.
        public var managedScaling: ManagedScaling? { raw["managedScaling"].map(ManagedScaling.init) }
        /// AWS's `managedTerminationProtection`.
        public var managedTerminationProtection: String? { raw["managedTerminationProtection"]?.string }
        /// AWS's `managedDraining`.
        public var managedDraining: String? { raw["managedDraining"]?.string }
    }

    /// A view of AWS's `CapacityProvider`; a property is nil when AWS did not send it.
    public struct CapacityProvider: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `capacityProviderArn`.
        public var capacityProviderArn: String? { raw["capacityProviderArn"]?.string }
        /// AWS's `name`.
        public var name: String? { raw["name"]?.string }
        /// AWS's `cluster`.
        public var cluster: String? { raw["cluster"]?.string }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `autoScalingGroupProvider`.
        public var autoScalingGroupProvider: AutoScalingGroupProvider? { raw["autoScalingGroupProvider"].map(AutoScalingGroupProvider.init) }
        /// AWS's `managedInstancesProvider`.
        public var managedInstancesProvider: Value? { raw["managedInstancesProvider"] }
        /// AWS's `updateStatus`.
        public var updateStatus: String? { raw["updateStatus"]?.string }
        /// AWS's `updateStatusReason`.
        public var updateStatusReason: String? { raw["updateStatusReason"]?.string }
        /// AWS's `tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `type`.
        public var type: String? { raw["type"]?.string }
    }

    /// A view of AWS's `CapacityProviderStrategyItem`; a property is nil when AWS did not send it.
    public struct CapacityProviderStrategyItem: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `capacityProvider`.
        public var capacityProvider: String? { raw["capacityProvider"]?.string }
        /// AWS's `weight`.
        public var weight: Int? { raw["weight"]?.integer }
        /// AWS's `base`.
        public var base: Int? { raw["base"]?.integer }
    }

    /// A view of AWS's `Cluster`; a property is nil when AWS did not send it.
    public struct Cluster: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `clusterArn`.
        public var clusterArn: String? { raw["clusterArn"]?.string }
        /// AWS's `clusterName`.
        public var clusterName: String? { raw["clusterName"]?.string }
        /// AWS's `configuration`.
        public var configuration: Value? { raw["configuration"] }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `registeredContainerInstancesCount`.
        public var registeredContainerInstancesCount: Int? { raw["registeredContainerInstancesCount"]?.integer }
        /// AWS's `runningTasksCount`.
        public var runningTasksCount: Int? { raw["runningTasksCount"]?.integer }
        /// AWS's `pendingTasksCount`.
        public var pendingTasksCount: Int? { raw["pendingTasksCount"]?.integer }
        /// AWS's `activeServicesCount`.
        public var activeServicesCount: Int? { raw["activeServicesCount"]?.integer }
        /// AWS's `statistics`.
        public var statistics: [KeyValuePair]? { raw["statistics"]?.list?.map(KeyValuePair.init) }
        /// AWS's `tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `settings`.
        public var settings: [Value]? { raw["settings"]?.list }
        /// AWS's `capacityProviders`.
        public var capacityProviders: [String]? { raw["capacityProviders"]?.list?.compactMap(\.string) }
        /// AWS's `defaultCapacityProviderStrategy`.
        public var defaultCapacityProviderStrategy: [CapacityProviderStrategyItem]? { raw["defaultCapacityProviderStrategy"]?.list?.map(CapacityProviderStrategyItem.init) }
        /// AWS's `attachments`.
        public var attachments: [Attachment]? { raw["attachments"]?.list?.map(Attachment.init) }
        /// AWS's `attachmentsStatus`.
        public var attachmentsStatus: String? { raw["attachmentsStatus"]?.string }
        /// AWS's `serviceConnectDefaults`.
        public var serviceConnectDefaults: Value? { raw["serviceConnectDefaults"] }
    }

    /// A view of AWS's `Container`; a property is nil when AWS did not send it.
    public struct Container: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `containerArn`.
        public var containerArn: String? { raw["containerArn"]?.string }
        /// AWS's `taskArn`.
        public var taskArn: String? { raw["taskArn"]?.string }
        /// AWS's `name`.
        public var name: String? { raw["name"]?.string }
        /// AWS's `image`.
        public var image: String? { raw["image"]?.string }
        /// AWS's `imageDigest`.
        public var imageDigest: String? { raw["imageDigest"]?.string }
        /// AWS's `runtimeId`.
        public var runtimeId: String? { raw["runtimeId"]?.string }
        /// AWS's `lastStatus`.
        public var lastStatus: String? { raw["lastStatus"]?.string }
        /// AWS's `exitCode`.
        public var exitCode: Int? { raw["exitCode"]?.integer }
        /// AWS's `reason`.
        public var reason: String? { raw["reason"]?.string }
        /// AWS's `networkBindings`.
        public var networkBindings: [NetworkBinding]? { raw["networkBindings"]?.list?.map(NetworkBinding.init) }
        /// AWS's `networkInterfaces`.
        public var networkInterfaces: [NetworkInterface]? { raw["networkInterfaces"]?.list?.map(NetworkInterface.init) }
        /// AWS's `healthStatus`.
        public var healthStatus: String? { raw["healthStatus"]?.string }
        /// AWS's `managedAgents`.
        public var managedAgents: [Value]? { raw["managedAgents"]?.list }
        /// AWS's `cpu`.
        public var cpu: String? { raw["cpu"]?.string }
        /// AWS's `memory`.
        public var memory: String? { raw["memory"]?.string }
        /// AWS's `memoryReservation`.
        public var memoryReservation: String? { raw["memoryReservation"]?.string }
        /// AWS's `gpuIds`.
        public var gpuIds: [String]? { raw["gpuIds"]?.list?.compactMap(\.string) }
    }

    /// A view of AWS's `ContainerDefinition`; a property is nil when AWS did not send it.
    public struct ContainerDefinition: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `name`.
        public var name: String? { raw["name"]?.string }
        /// AWS's `image`.
        public var image: String? { raw["image"]?.string }
        /// AWS's `repositoryCredentials`.
        public var repositoryCredentials: Value? { raw["repositoryCredentials"] }
        /// AWS's `cpu`.
        public var cpu: Int? { raw["cpu"]?.integer }
        /// AWS's `memory`.
        public var memory: Int? { raw["memory"]?.integer }
        /// AWS's `memoryReservation`.
        public var memoryReservation: Int? { raw["memoryReservation"]?.integer }
        /// AWS's `links`.
        public var links: [String]? { raw["links"]?.list?.compactMap(\.string) }
        /// AWS's `portMappings`.
        public var portMappings: [PortMapping]? { raw["portMappings"]?.list?.map(PortMapping.init) }
        /// AWS's `essential`.
        public var essential: Bool? { raw["essential"]?.bool }
        /// AWS's `restartPolicy`.
        public var restartPolicy: Value? { raw["restartPolicy"] }
        /// AWS's `entryPoint`.
        public var entryPoint: [String]? { raw["entryPoint"]?.list?.compactMap(\.string) }
        /// AWS's `command`.
        public var command: [String]? { raw["command"]?.list?.compactMap(\.string) }
        /// AWS's `environment`.
        public var environment: [KeyValuePair]? { raw["environment"]?.list?.map(KeyValuePair.init) }
        /// AWS's `environmentFiles`.
        public var environmentFiles: [Value]? { raw["environmentFiles"]?.list }
        /// AWS's `mountPoints`.
        public var mountPoints: [Value]? { raw["mountPoints"]?.list }
        /// AWS's `volumesFrom`.
        public var volumesFrom: [Value]? { raw["volumesFrom"]?.list }
        /// AWS's `linuxParameters`.
        public var linuxParameters: Value? { raw["linuxParameters"] }
        /// AWS's `secrets`.
        public var secrets: [Value]? { raw["secrets"]?.list }
        /// AWS's `dependsOn`.
        public var dependsOn: [Value]? { raw["dependsOn"]?.list }
        /// AWS's `startTimeout`.
        public var startTimeout: Int? { raw["startTimeout"]?.integer }
        /// AWS's `stopTimeout`.
        public var stopTimeout: Int? { raw["stopTimeout"]?.integer }
        /// AWS's `versionConsistency`.
        public var versionConsistency: String? { raw["versionConsistency"]?.string }
        /// AWS's `hostname`.
        public var hostname: String? { raw["hostname"]?.string }
        /// AWS's `user`.
        public var user: String? { raw["user"]?.string }
        /// AWS's `workingDirectory`.
        public var workingDirectory: String? { raw["workingDirectory"]?.string }
        /// AWS's `disableNetworking`.
        public var disableNetworking: Bool? { raw["disableNetworking"]?.bool }
        /// AWS's `privileged`.
        public var privileged: Bool? { raw["privileged"]?.bool }
        /// AWS's `readonlyRootFilesystem`.
        public var readonlyRootFilesystem: Bool? { raw["readonlyRootFilesystem"]?.bool }
        /// AWS's `dnsServers`.
        public var dnsServers: [String]? { raw["dnsServers"]?.list?.compactMap(\.string) }
        /// AWS's `dnsSearchDomains`.
        public var dnsSearchDomains: [String]? { raw["dnsSearchDomains"]?.list?.compactMap(\.string) }
        /// AWS's `extraHosts`.
        public var extraHosts: [Value]? { raw["extraHosts"]?.list }
        /// AWS's `dockerSecurityOptions`.
        public var dockerSecurityOptions: [String]? { raw["dockerSecurityOptions"]?.list?.compactMap(\.string) }
        /// AWS's `interactive`.
        public var interactive: Bool? { raw["interactive"]?.bool }
        /// AWS's `pseudoTerminal`.
        public var pseudoTerminal: Bool? { raw["pseudoTerminal"]?.bool }
        /// AWS's `dockerLabels`.
        public var dockerLabels: [String: String]? { raw["dockerLabels"]?.object?.compactMapValues(\.string) }
        /// AWS's `ulimits`.
        public var ulimits: [Value]? { raw["ulimits"]?.list }
        /// AWS's `logConfiguration`.
        public var logConfiguration: Value? { raw["logConfiguration"] }
        /// AWS's `healthCheck`.
        public var healthCheck: Value? { raw["healthCheck"] }
        /// AWS's `systemControls`.
        public var systemControls: [Value]? { raw["systemControls"]?.list }
        /// AWS's `resourceRequirements`.
        public var resourceRequirements: [Value]? { raw["resourceRequirements"]?.list }
        /// AWS's `firelensConfiguration`.
        public var firelensConfiguration: Value? { raw["firelensConfiguration"] }
        /// AWS's `credentialSpecs`.
        public var credentialSpecs: [String]? { raw["credentialSpecs"]?.list?.compactMap(\.string) }
    }

    /// A view of AWS's `ContainerInstance`; a property is nil when AWS did not send it.
    public struct ContainerInstance: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `containerInstanceArn`.
        public var containerInstanceArn: String? { raw["containerInstanceArn"]?.string }
        /// AWS's `ec2InstanceId`.
        public var ec2InstanceId: String? { raw["ec2InstanceId"]?.string }
        /// AWS's `capacityProviderName`.
        public var capacityProviderName: String? { raw["capacityProviderName"]?.string }
        /// AWS's `version`.
        public var version: Int? { raw["version"]?.integer }
        /// AWS's `versionInfo`.
        public var versionInfo: Value? { raw["versionInfo"] }
        /// AWS's `remainingResources`.
        public var remainingResources: [Value]? { raw["remainingResources"]?.list }
        /// AWS's `registeredResources`.
        public var registeredResources: [Value]? { raw["registeredResources"]?.list }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `statusReason`.
        public var statusReason: String? { raw["statusReason"]?.string }
        /// AWS's `agentConnected`.
        public var agentConnected: Bool? { raw["agentConnected"]?.bool }
        /// AWS's `runningTasksCount`.
        public var runningTasksCount: Int? { raw["runningTasksCount"]?.integer }
        /// AWS's `pendingTasksCount`.
        public var pendingTasksCount: Int? { raw["pendingTasksCount"]?.integer }
        /// AWS's `agentUpdateStatus`.
        public var agentUpdateStatus: String? { raw["agentUpdateStatus"]?.string }
        /// AWS's `attributes`.
        public var attributes: [Value]? { raw["attributes"]?.list }
        /// AWS's `registeredAt`, seconds since 1970.
        public var registeredAt: Double? { raw["registeredAt"]?.number }
        /// AWS's `attachments`.
        public var attachments: [Attachment]? { raw["attachments"]?.list?.map(Attachment.init) }
        /// AWS's `tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `healthStatus`.
        public var healthStatus: Value? { raw["healthStatus"] }
    }

    /// A view of AWS's `Deployment`; a property is nil when AWS did not send it.
    public struct Deployment: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `id`.
        public var id: String? { raw["id"]?.string }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `taskDefinition`.
        public var taskDefinition: String? { raw["taskDefinition"]?.string }
        /// AWS's `desiredCount`.
        public var desiredCount: Int? { raw["desiredCount"]?.integer }
        /// AWS's `pendingCount`.
        public var pendingCount: Int? { raw["pendingCount"]?.integer }
        /// AWS's `runningCount`.
        public var runningCount: Int? { raw["runningCount"]?.integer }
        /// AWS's `failedTasks`.
        public var failedTasks: Int? { raw["failedTasks"]?.integer }
        /// AWS's `createdAt`, seconds since 1970.
        public var createdAt: Double? { raw["createdAt"]?.number }
        /// AWS's `updatedAt`, seconds since 1970.
        public var updatedAt: Double? { raw["updatedAt"]?.number }
        /// AWS's `capacityProviderStrategy`.
        public var capacityProviderStrategy: [CapacityProviderStrategyItem]? { raw["capacityProviderStrategy"]?.list?.map(CapacityProviderStrategyItem.init) }
        /// AWS's `launchType`.
        public var launchType: String? { raw["launchType"]?.string }
        /// AWS's `platformVersion`.
        public var platformVersion: String? { raw["platformVersion"]?.string }
        /// AWS's `platformFamily`.
        public var platformFamily: String? { raw["platformFamily"]?.string }
        /// AWS's `networkConfiguration`.
        public var networkConfiguration: Value? { raw["networkConfiguration"] }
        /// AWS's `rolloutState`.
        public var rolloutState: String? { raw["rolloutState"]?.string }
        /// AWS's `rolloutStateReason`.
        public var rolloutStateReason: String? { raw["rolloutStateReason"]?.string }
        /// AWS's `serviceConnectConfiguration`.
        public var serviceConnectConfiguration: Value? { raw["serviceConnectConfiguration"] }
        /// AWS's `serviceConnectResources`.
        public var serviceConnectResources: [Value]? { raw["serviceConnectResources"]?.list }
        /// AWS's `volumeConfigurations`.
        public var volumeConfigurations: [Value]? { raw["volumeConfigurations"]?.list }
        /// AWS's `fargateEphemeralStorage`.
        public var fargateEphemeralStorage: Value? { raw["fargateEphemeralStorage"] }
        /// AWS's `vpcLatticeConfigurations`.
        public var vpcLatticeConfigurations: [Value]? { raw["vpcLatticeConfigurations"]?.list }
    }

    /// A view of AWS's `DeploymentAlarms`; a property is nil when AWS did not send it.
    public struct DeploymentAlarms: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `alarmNames`.
        public var alarmNames: [String]? { raw["alarmNames"]?.list?.compactMap(\.string) }
        /// AWS's `rollback`.
        public var rollback: Bool? { raw["rollback"]?.bool }
        /// AWS's `enable`.
        public var enable: Bool? { raw["enable"]?.bool }
    }

    /// A view of AWS's `DeploymentCircuitBreaker`; a property is nil when AWS did not send it.
    public struct DeploymentCircuitBreaker: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `enable`.
        public var enable: Bool? { raw["enable"]?.bool }
        /// AWS's `rollback`.
        public var rollback: Bool? { raw["rollback"]?.bool }
        /// AWS's `resetOnHealthyTask`.
        public var resetOnHealthyTask: Bool? { raw["resetOnHealthyTask"]?.bool }
        /// AWS's `thresholdConfiguration`.
        public var thresholdConfiguration: Value? { raw["thresholdConfiguration"] }
    }

    /// A view of AWS's `DeploymentConfiguration`; a property is nil when AWS did not send it.
    public struct DeploymentConfiguration: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `deploymentCircuitBreaker`.
        public var deploymentCircuitBreaker: DeploymentCircuitBreaker? { raw["deploymentCircuitBreaker"].map(DeploymentCircuitBreaker.init) }
        /// AWS's `maximumPercent`.
        public var maximumPercent: Int? { raw["maximumPercent"]?.integer }
        /// AWS's `minimumHealthyPercent`.
        public var minimumHealthyPercent: Int? { raw["minimumHealthyPercent"]?.integer }
        /// AWS's `alarms`.
        public var alarms: DeploymentAlarms? { raw["alarms"].map(DeploymentAlarms.init) }
        /// AWS's `strategy`.
        public var strategy: String? { raw["strategy"]?.string }
        /// AWS's `bakeTimeInMinutes`.
        public var bakeTimeInMinutes: Int? { raw["bakeTimeInMinutes"]?.integer }
        /// AWS's `lifecycleHooks`.
        public var lifecycleHooks: [Value]? { raw["lifecycleHooks"]?.list }
        /// AWS's `linearConfiguration`.
        public var linearConfiguration: Value? { raw["linearConfiguration"] }
        /// AWS's `canaryConfiguration`.
        public var canaryConfiguration: Value? { raw["canaryConfiguration"] }
    }

    /// A view of AWS's `DeploymentController`; a property is nil when AWS did not send it.
    public struct DeploymentController: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `type`.
        public var type: String? { raw["type"]?.string }
    }

    /// A view of AWS's `Failure`; a property is nil when AWS did not send it.
    public struct Failure: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `arn`.
        public var arn: String? { raw["arn"]?.string }
        /// AWS's `reason`.
        public var reason: String? { raw["reason"]?.string }
        /// AWS's `detail`.
        public var detail: String? { raw["detail"]?.string }
    }

    /// A view of AWS's `KeyValuePair`; a property is nil when AWS did not send it.
    public struct KeyValuePair: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `name`.
        public var name: String? { raw["name"]?.string }
        /// AWS's `value`.
        public var value: String? { raw["value"]?.string }
    }

    /// A view of AWS's `LoadBalancer`; a property is nil when AWS did not send it.
    public struct LoadBalancer: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `targetGroupArn`.
        public var targetGroupArn: String? { raw["targetGroupArn"]?.string }
        /// AWS's `loadBalancerName`.
        public var loadBalancerName: String? { raw["loadBalancerName"]?.string }
        /// AWS's `containerName`.
        public var containerName: String? { raw["containerName"]?.string }
        /// AWS's `containerPort`.
        public var containerPort: Int? { raw["containerPort"]?.integer }
        /// AWS's `advancedConfiguration`.
        public var advancedConfiguration: Value? { raw["advancedConfiguration"] }
    }

    /// A view of AWS's `ManagedScaling`; a property is nil when AWS did not send it.
    public struct ManagedScaling: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `targetCapacity`.
        public var targetCapacity: Int? { raw["targetCapacity"]?.integer }
        /// AWS's `minimumScalingStepSize`.
        public var minimumScalingStepSize: Int? { raw["minimumScalingStepSize"]?.integer }
        /// AWS's `maximumScalingStepSize`.
        public var maximumScalingStepSize: Int? { raw["maximumScalingStepSize"]?.integer }
        /// AWS's `instanceWarmupPeriod`.
        public var instanceWarmupPeriod: Int? { raw["instanceWarmupPeriod"]?.integer }
    }

    /// A view of AWS's `NetworkBinding`; a property is nil when AWS did not send it.
    public struct NetworkBinding: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `bindIP`.
        public var bindIP: String? { raw["bindIP"]?.string }
        /// AWS's `containerPort`.
        public var containerPort: Int? { raw["containerPort"]?.integer }
        /// AWS's `hostPort`.
        public var hostPort: Int? { raw["hostPort"]?.integer }
        /// AWS's `protocol`.
        public var `protocol`: String? { raw["protocol"]?.string }
        /// AWS's `containerPortRange`.
        public var containerPortRange: String? { raw["containerPortRange"]?.string }
        /// AWS's `hostPortRange`.
        public var hostPortRange: String? { raw["hostPortRange"]?.string }
    }

    /// A view of AWS's `NetworkInterface`; a property is nil when AWS did not send it.
    public struct NetworkInterface: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `attachmentId`.
        public var attachmentId: String? { raw["attachmentId"]?.string }
        /// AWS's `privateIpv4Address`.
        public var privateIpv4Address: String? { raw["privateIpv4Address"]?.string }
        /// AWS's `ipv6Address`.
        public var ipv6Address: String? { raw["ipv6Address"]?.string }
    }

    /// A view of AWS's `PlacementConstraint`; a property is nil when AWS did not send it.
    public struct PlacementConstraint: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `type`.
        public var type: String? { raw["type"]?.string }
        /// AWS's `expression`.
        public var expression: String? { raw["expression"]?.string }
    }

    /// A view of AWS's `PlacementStrategy`; a property is nil when AWS did not send it.
    public struct PlacementStrategy: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `type`.
        public var type: String? { raw["type"]?.string }
        /// AWS's `field`.
        public var field: String? { raw["field"]?.string }
    }

    /// A view of AWS's `PortMapping`; a property is nil when AWS did not send it.
    public struct PortMapping: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `containerPort`.
        public var containerPort: Int? { raw["containerPort"]?.integer }
        /// AWS's `hostPort`.
        public var hostPort: Int? { raw["hostPort"]?.integer }
        /// AWS's `protocol`.
        public var `protocol`: String? { raw["protocol"]?.string }
        /// AWS's `name`.
        public var name: String? { raw["name"]?.string }
        /// AWS's `appProtocol`.
        public var appProtocol: String? { raw["appProtocol"]?.string }
        /// AWS's `containerPortRange`.
        public var containerPortRange: String? { raw["containerPortRange"]?.string }
    }

    /// A view of AWS's `Rollback`; a property is nil when AWS did not send it.
    public struct Rollback: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `reason`.
        public var reason: String? { raw["reason"]?.string }
        /// AWS's `startedAt`, seconds since 1970.
        public var startedAt: Double? { raw["startedAt"]?.number }
        /// AWS's `serviceRevisionArn`.
        public var serviceRevisionArn: String? { raw["serviceRevisionArn"]?.string }
    }

    /// A view of AWS's `Service`; a property is nil when AWS did not send it.
    public struct Service: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `serviceArn`.
        public var serviceArn: String? { raw["serviceArn"]?.string }
        /// AWS's `serviceName`.
        public var serviceName: String? { raw["serviceName"]?.string }
        /// AWS's `clusterArn`.
        public var clusterArn: String? { raw["clusterArn"]?.string }
        /// AWS's `loadBalancers`.
        public var loadBalancers: [LoadBalancer]? { raw["loadBalancers"]?.list?.map(LoadBalancer.init) }
        /// AWS's `serviceRegistries`.
        public var serviceRegistries: [Value]? { raw["serviceRegistries"]?.list }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `desiredCount`.
        public var desiredCount: Int? { raw["desiredCount"]?.integer }
        /// AWS's `runningCount`.
        public var runningCount: Int? { raw["runningCount"]?.integer }
        /// AWS's `pendingCount`.
        public var pendingCount: Int? { raw["pendingCount"]?.integer }
        /// AWS's `launchType`.
        public var launchType: String? { raw["launchType"]?.string }
        /// AWS's `capacityProviderStrategy`.
        public var capacityProviderStrategy: [CapacityProviderStrategyItem]? { raw["capacityProviderStrategy"]?.list?.map(CapacityProviderStrategyItem.init) }
        /// AWS's `platformVersion`.
        public var platformVersion: String? { raw["platformVersion"]?.string }
        /// AWS's `platformFamily`.
        public var platformFamily: String? { raw["platformFamily"]?.string }
        /// AWS's `taskDefinition`.
        public var taskDefinition: String? { raw["taskDefinition"]?.string }
        /// AWS's `deploymentConfiguration`.
        public var deploymentConfiguration: DeploymentConfiguration? { raw["deploymentConfiguration"].map(DeploymentConfiguration.init) }
        /// AWS's `taskSets`.
        public var taskSets: [Value]? { raw["taskSets"]?.list }
        /// AWS's `deployments`.
        public var deployments: [Deployment]? { raw["deployments"]?.list?.map(Deployment.init) }
        /// AWS's `roleArn`.
        public var roleArn: String? { raw["roleArn"]?.string }
        /// AWS's `events`.
        public var events: [ServiceEvent]? { raw["events"]?.list?.map(ServiceEvent.init) }
        /// AWS's `createdAt`, seconds since 1970.
        public var createdAt: Double? { raw["createdAt"]?.number }
        /// AWS's `currentServiceDeployment`.
        public var currentServiceDeployment: String? { raw["currentServiceDeployment"]?.string }
        /// AWS's `currentServiceRevisions`.
        public var currentServiceRevisions: [ServiceCurrentRevisionSummary]? { raw["currentServiceRevisions"]?.list?.map(ServiceCurrentRevisionSummary.init) }
        /// AWS's `placementConstraints`.
        public var placementConstraints: [PlacementConstraint]? { raw["placementConstraints"]?.list?.map(PlacementConstraint.init) }
        /// AWS's `placementStrategy`.
        public var placementStrategy: [PlacementStrategy]? { raw["placementStrategy"]?.list?.map(PlacementStrategy.init) }
        /// AWS's `networkConfiguration`.
        public var networkConfiguration: Value? { raw["networkConfiguration"] }
        /// AWS's `healthCheckGracePeriodSeconds`.
        public var healthCheckGracePeriodSeconds: Int? { raw["healthCheckGracePeriodSeconds"]?.integer }
        /// AWS's `schedulingStrategy`.
        public var schedulingStrategy: String? { raw["schedulingStrategy"]?.string }
        /// AWS's `deploymentController`.
        public var deploymentController: DeploymentController? { raw["deploymentController"].map(DeploymentController.init) }
        /// AWS's `tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `createdBy`.
        public var createdBy: String? { raw["createdBy"]?.string }
        /// AWS's `enableECSManagedTags`.
        public var enableECSManagedTags: Bool? { raw["enableECSManagedTags"]?.bool }
        /// AWS's `propagateTags`.
        public var propagateTags: String? { raw["propagateTags"]?.string }
        /// AWS's `enableExecuteCommand`.
        public var enableExecuteCommand: Bool? { raw["enableExecuteCommand"]?.bool }
        /// AWS's `availabilityZoneRebalancing`.
        public var availabilityZoneRebalancing: String? { raw["availabilityZoneRebalancing"]?.string }
        /// AWS's `resourceManagementType`.
        public var resourceManagementType: String? { raw["resourceManagementType"]?.string }
    }

    /// A view of AWS's `ServiceCurrentRevisionSummary`; a property is nil when AWS did not send it.
    public struct ServiceCurrentRevisionSummary: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `arn`.
        public var arn: String? { raw["arn"]?.string }
        /// AWS's `requestedTaskCount`.
        public var requestedTaskCount: Int? { raw["requestedTaskCount"]?.integer }
        /// AWS's `runningTaskCount`.
        public var runningTaskCount: Int? { raw["runningTaskCount"]?.integer }
        /// AWS's `pendingTaskCount`.
        public var pendingTaskCount: Int? { raw["pendingTaskCount"]?.integer }
    }

    /// A view of AWS's `ServiceDeployment`; a property is nil when AWS did not send it.
    public struct ServiceDeployment: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `serviceDeploymentArn`.
        public var serviceDeploymentArn: String? { raw["serviceDeploymentArn"]?.string }
        /// AWS's `serviceArn`.
        public var serviceArn: String? { raw["serviceArn"]?.string }
        /// AWS's `clusterArn`.
        public var clusterArn: String? { raw["clusterArn"]?.string }
        /// AWS's `createdAt`, seconds since 1970.
        public var createdAt: Double? { raw["createdAt"]?.number }
        /// AWS's `startedAt`, seconds since 1970.
        public var startedAt: Double? { raw["startedAt"]?.number }
        /// AWS's `finishedAt`, seconds since 1970.
        public var finishedAt: Double? { raw["finishedAt"]?.number }
        /// AWS's `stoppedAt`, seconds since 1970.
        public var stoppedAt: Double? { raw["stoppedAt"]?.number }
        /// AWS's `updatedAt`, seconds since 1970.
        public var updatedAt: Double? { raw["updatedAt"]?.number }
        /// AWS's `sourceServiceRevisions`.
        public var sourceServiceRevisions: [ServiceRevisionSummary]? { raw["sourceServiceRevisions"]?.list?.map(ServiceRevisionSummary.init) }
        /// AWS's `targetServiceRevision`.
        public var targetServiceRevision: ServiceRevisionSummary? { raw["targetServiceRevision"].map(ServiceRevisionSummary.init) }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `statusReason`.
        public var statusReason: String? { raw["statusReason"]?.string }
        /// AWS's `lifecycleStage`.
        public var lifecycleStage: String? { raw["lifecycleStage"]?.string }
        /// AWS's `lifecycleHookDetails`.
        public var lifecycleHookDetails: [Value]? { raw["lifecycleHookDetails"]?.list }
        /// AWS's `deploymentConfiguration`.
        public var deploymentConfiguration: DeploymentConfiguration? { raw["deploymentConfiguration"].map(DeploymentConfiguration.init) }
        /// AWS's `rollback`.
        public var rollback: Rollback? { raw["rollback"].map(Rollback.init) }
        /// AWS's `deploymentCircuitBreaker`.
        public var deploymentCircuitBreaker: ServiceDeploymentCircuitBreaker? { raw["deploymentCircuitBreaker"].map(ServiceDeploymentCircuitBreaker.init) }
        /// AWS's `alarms`.
        public var alarms: ServiceDeploymentAlarms? { raw["alarms"].map(ServiceDeploymentAlarms.init) }
    }

    /// A view of AWS's `ServiceDeploymentAlarms`; a property is nil when AWS did not send it.
    public struct ServiceDeploymentAlarms: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `alarmNames`.
        public var alarmNames: [String]? { raw["alarmNames"]?.list?.compactMap(\.string) }
        /// AWS's `triggeredAlarmNames`.
        public var triggeredAlarmNames: [String]? { raw["triggeredAlarmNames"]?.list?.compactMap(\.string) }
    }

    /// A view of AWS's `ServiceDeploymentBrief`; a property is nil when AWS did not send it.
    public struct ServiceDeploymentBrief: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `serviceDeploymentArn`.
        public var serviceDeploymentArn: String? { raw["serviceDeploymentArn"]?.string }
        /// AWS's `serviceArn`.
        public var serviceArn: String? { raw["serviceArn"]?.string }
        /// AWS's `clusterArn`.
        public var clusterArn: String? { raw["clusterArn"]?.string }
        /// AWS's `startedAt`, seconds since 1970.
        public var startedAt: Double? { raw["startedAt"]?.number }
        /// AWS's `createdAt`, seconds since 1970.
        public var createdAt: Double? { raw["createdAt"]?.number }
        /// AWS's `finishedAt`, seconds since 1970.
        public var finishedAt: Double? { raw["finishedAt"]?.number }
        /// AWS's `targetServiceRevisionArn`.
        public var targetServiceRevisionArn: String? { raw["targetServiceRevisionArn"]?.string }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `statusReason`.
        public var statusReason: String? { raw["statusReason"]?.string }
    }

    /// A view of AWS's `ServiceDeploymentCircuitBreaker`; a property is nil when AWS did not send it.
    public struct ServiceDeploymentCircuitBreaker: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `failureCount`.
        public var failureCount: Int? { raw["failureCount"]?.integer }
        /// AWS's `threshold`.
        public var threshold: Int? { raw["threshold"]?.integer }
    }

    /// A view of AWS's `ServiceEvent`; a property is nil when AWS did not send it.
    public struct ServiceEvent: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `id`.
        public var id: String? { raw["id"]?.string }
        /// AWS's `createdAt`, seconds since 1970.
        public var createdAt: Double? { raw["createdAt"]?.number }
        /// AWS's `message`.
        public var message: String? { raw["message"]?.string }
    }

    /// A view of AWS's `ServiceRevision`; a property is nil when AWS did not send it.
    public struct ServiceRevision: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `serviceRevisionArn`.
        public var serviceRevisionArn: String? { raw["serviceRevisionArn"]?.string }
        /// AWS's `serviceArn`.
        public var serviceArn: String? { raw["serviceArn"]?.string }
        /// AWS's `clusterArn`.
        public var clusterArn: String? { raw["clusterArn"]?.string }
        /// AWS's `taskDefinition`.
        public var taskDefinition: String? { raw["taskDefinition"]?.string }
        /// AWS's `capacityProviderStrategy`.
        public var capacityProviderStrategy: [CapacityProviderStrategyItem]? { raw["capacityProviderStrategy"]?.list?.map(CapacityProviderStrategyItem.init) }
        /// AWS's `launchType`.
        public var launchType: String? { raw["launchType"]?.string }
        /// AWS's `platformVersion`.
        public var platformVersion: String? { raw["platformVersion"]?.string }
        /// AWS's `platformFamily`.
        public var platformFamily: String? { raw["platformFamily"]?.string }
        /// AWS's `loadBalancers`.
        public var loadBalancers: [LoadBalancer]? { raw["loadBalancers"]?.list?.map(LoadBalancer.init) }
        /// AWS's `serviceRegistries`.
        public var serviceRegistries: [Value]? { raw["serviceRegistries"]?.list }
        /// AWS's `networkConfiguration`.
        public var networkConfiguration: Value? { raw["networkConfiguration"] }
        /// AWS's `containerImages`.
        public var containerImages: [Value]? { raw["containerImages"]?.list }
        /// AWS's `guardDutyEnabled`.
        public var guardDutyEnabled: Bool? { raw["guardDutyEnabled"]?.bool }
        /// AWS's `serviceConnectConfiguration`.
        public var serviceConnectConfiguration: Value? { raw["serviceConnectConfiguration"] }
        /// AWS's `volumeConfigurations`.
        public var volumeConfigurations: [Value]? { raw["volumeConfigurations"]?.list }
        /// AWS's `fargateEphemeralStorage`.
        public var fargateEphemeralStorage: Value? { raw["fargateEphemeralStorage"] }
        /// AWS's `createdAt`, seconds since 1970.
        public var createdAt: Double? { raw["createdAt"]?.number }
        /// AWS's `vpcLatticeConfigurations`.
        public var vpcLatticeConfigurations: [Value]? { raw["vpcLatticeConfigurations"]?.list }
        /// AWS's `resolvedConfiguration`.
        public var resolvedConfiguration: Value? { raw["resolvedConfiguration"] }
        /// AWS's `ecsManagedResources`.
        public var ecsManagedResources: Value? { raw["ecsManagedResources"] }
    }

    /// A view of AWS's `ServiceRevisionSummary`; a property is nil when AWS did not send it.
    public struct ServiceRevisionSummary: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `arn`.
        public var arn: String? { raw["arn"]?.string }
        /// AWS's `requestedTaskCount`.
        public var requestedTaskCount: Int? { raw["requestedTaskCount"]?.integer }
        /// AWS's `runningTaskCount`.
        public var runningTaskCount: Int? { raw["runningTaskCount"]?.integer }
        /// AWS's `pendingTaskCount`.
        public var pendingTaskCount: Int? { raw["pendingTaskCount"]?.integer }
        /// AWS's `requestedTestTrafficWeight`.
        public var requestedTestTrafficWeight: Double? { raw["requestedTestTrafficWeight"]?.number }
        /// AWS's `requestedProductionTrafficWeight`.
        public var requestedProductionTrafficWeight: Double? { raw["requestedProductionTrafficWeight"]?.number }
    }

    /// A view of AWS's `Tag`; a property is nil when AWS did not send it.
    public struct Tag: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `key`.
        public var key: String? { raw["key"]?.string }
        /// AWS's `value`.
        public var value: String? { raw["value"]?.string }
    }

    /// A view of AWS's `Task`; a property is nil when AWS did not send it.
    public struct Task: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `attachments`.
        public var attachments: [Attachment]? { raw["attachments"]?.list?.map(Attachment.init) }
        /// AWS's `attributes`.
        public var attributes: [Value]? { raw["attributes"]?.list }
        /// AWS's `availabilityZone`.
        public var availabilityZone: String? { raw["availabilityZone"]?.string }
        /// AWS's `capacityProviderName`.
        public var capacityProviderName: String? { raw["capacityProviderName"]?.string }
        /// AWS's `clusterArn`.
        public var clusterArn: String? { raw["clusterArn"]?.string }
        /// AWS's `connectivity`.
        public var connectivity: String? { raw["connectivity"]?.string }
        /// AWS's `connectivityAt`, seconds since 1970.
        public var connectivityAt: Double? { raw["connectivityAt"]?.number }
        /// AWS's `containerInstanceArn`.
        public var containerInstanceArn: String? { raw["containerInstanceArn"]?.string }
        /// AWS's `containers`.
        public var containers: [Container]? { raw["containers"]?.list?.map(Container.init) }
        /// AWS's `cpu`.
        public var cpu: String? { raw["cpu"]?.string }
        /// AWS's `createdAt`, seconds since 1970.
        public var createdAt: Double? { raw["createdAt"]?.number }
        /// AWS's `desiredStatus`.
        public var desiredStatus: String? { raw["desiredStatus"]?.string }
        /// AWS's `enableExecuteCommand`.
        public var enableExecuteCommand: Bool? { raw["enableExecuteCommand"]?.bool }
        /// AWS's `executionStoppedAt`, seconds since 1970.
        public var executionStoppedAt: Double? { raw["executionStoppedAt"]?.number }
        /// AWS's `group`.
        public var group: String? { raw["group"]?.string }
        /// AWS's `healthStatus`.
        public var healthStatus: String? { raw["healthStatus"]?.string }
        /// AWS's `inferenceAccelerators`.
        public var inferenceAccelerators: [Value]? { raw["inferenceAccelerators"]?.list }
        /// AWS's `lastStatus`.
        public var lastStatus: String? { raw["lastStatus"]?.string }
        /// AWS's `launchType`.
        public var launchType: String? { raw["launchType"]?.string }
        /// AWS's `memory`.
        public var memory: String? { raw["memory"]?.string }
        /// AWS's `overrides`.
        public var overrides: Value? { raw["overrides"] }
        /// AWS's `platformVersion`.
        public var platformVersion: String? { raw["platformVersion"]?.string }
        /// AWS's `platformFamily`.
        public var platformFamily: String? { raw["platformFamily"]?.string }
        /// AWS's `pullStartedAt`, seconds since 1970.
        public var pullStartedAt: Double? { raw["pullStartedAt"]?.number }
        /// AWS's `pullStoppedAt`, seconds since 1970.
        public var pullStoppedAt: Double? { raw["pullStoppedAt"]?.number }
        /// AWS's `startedAt`, seconds since 1970.
        public var startedAt: Double? { raw["startedAt"]?.number }
        /// AWS's `startedBy`.
        public var startedBy: String? { raw["startedBy"]?.string }
        /// AWS's `stopCode`.
        public var stopCode: String? { raw["stopCode"]?.string }
        /// AWS's `stoppedAt`, seconds since 1970.
        public var stoppedAt: Double? { raw["stoppedAt"]?.number }
        /// AWS's `stoppedReason`.
        public var stoppedReason: String? { raw["stoppedReason"]?.string }
        /// AWS's `stoppingAt`, seconds since 1970.
        public var stoppingAt: Double? { raw["stoppingAt"]?.number }
        /// AWS's `tags`.
        public var tags: [Tag]? { raw["tags"]?.list?.map(Tag.init) }
        /// AWS's `taskArn`.
        public var taskArn: String? { raw["taskArn"]?.string }
        /// AWS's `taskDefinitionArn`.
        public var taskDefinitionArn: String? { raw["taskDefinitionArn"]?.string }
        /// AWS's `version`.
        public var version: Int? { raw["version"]?.integer }
        /// AWS's `ephemeralStorage`.
        public var ephemeralStorage: Value? { raw["ephemeralStorage"] }
        /// AWS's `fargateEphemeralStorage`.
        public var fargateEphemeralStorage: Value? { raw["fargateEphemeralStorage"] }
    }

    /// A view of AWS's `TaskDefinition`; a property is nil when AWS did not send it.
    public struct TaskDefinition: Sendable, Hashable {
        /// What AWS sent.
        public let raw: Value
        /// The view of `raw`.
        public init(_ raw: Value) { self.raw = raw }
        /// AWS's `taskDefinitionArn`.
        public var taskDefinitionArn: String? { raw["taskDefinitionArn"]?.string }
        /// AWS's `containerDefinitions`.
        public var containerDefinitions: [ContainerDefinition]? { raw["containerDefinitions"]?.list?.map(ContainerDefinition.init) }
        /// AWS's `family`.
        public var family: String? { raw["family"]?.string }
        /// AWS's `taskRoleArn`.
        public var taskRoleArn: String? { raw["taskRoleArn"]?.string }
        /// AWS's `executionRoleArn`.
        public var executionRoleArn: String? { raw["executionRoleArn"]?.string }
        /// AWS's `networkMode`.
        public var networkMode: String? { raw["networkMode"]?.string }
        /// AWS's `revision`.
        public var revision: Int? { raw["revision"]?.integer }
        /// AWS's `volumes`.
        public var volumes: [Value]? { raw["volumes"]?.list }
        /// AWS's `status`.
        public var status: String? { raw["status"]?.string }
        /// AWS's `requiresAttributes`.
        public var requiresAttributes: [Value]? { raw["requiresAttributes"]?.list }
        /// AWS's `placementConstraints`.
        public var placementConstraints: [Value]? { raw["placementConstraints"]?.list }
        /// AWS's `compatibilities`.
        public var compatibilities: [String]? { raw["compatibilities"]?.list?.compactMap(\.string) }
        /// AWS's `runtimePlatform`.
        public var runtimePlatform: Value? { raw["runtimePlatform"] }
        /// AWS's `requiresCompatibilities`.
        public var requiresCompatibilities: [String]? { raw["requiresCompatibilities"]?.list?.compactMap(\.string) }
        /// AWS's `cpu`.
        public var cpu: String? { raw["cpu"]?.string }
        /// AWS's `memory`.
        public var memory: String? { raw["memory"]?.string }
        /// AWS's `inferenceAccelerators`.
        public var inferenceAccelerators: [Value]? { raw["inferenceAccelerators"]?.list }
        /// AWS's `pidMode`.
        public var pidMode: String? { raw["pidMode"]?.string }
        /// AWS's `ipcMode`.
        public var ipcMode: String? { raw["ipcMode"]?.string }
        /// AWS's `proxyConfiguration`.
        public var proxyConfiguration: Value? { raw["proxyConfiguration"] }
        /// AWS's `registeredAt`, seconds since 1970.
        public var registeredAt: Double? { raw["registeredAt"]?.number }
        /// AWS's `deregisteredAt`, seconds since 1970.
        public var deregisteredAt: Double? { raw["deregisteredAt"]?.number }
        /// AWS's `deleteRequestedAt`, seconds since 1970.
        public var deleteRequestedAt: Double? { raw["deleteRequestedAt"]?.number }
        /// AWS's `registeredBy`.
        public var registeredBy: String? { raw["registeredBy"]?.string }
        /// AWS's `ephemeralStorage`.
        public var ephemeralStorage: Value? { raw["ephemeralStorage"] }
        /// AWS's `enableFaultInjection`.
        public var enableFaultInjection: Bool? { raw["enableFaultInjection"]?.bool }
    }
}
