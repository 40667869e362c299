/// What the members of TaskDefinition are for, in our own words; `FieldNotes.all` says how to read it.
enum TaskNotes {
    static let text = """
        TaskDefinition/containerDefinitions: The containers of a task, by name.
        TaskDefinition/cpu [CPU units]: What a task reserves; needed on Fargate, else the containers' together.
        TaskDefinition/memory [MiB]: What a task reserves and may not exceed; needed on Fargate.
        TaskDefinition/enableFaultInjection: Whether faults may be injected into the task for tests.
        TaskDefinition/ephemeralStorage: Room on a Fargate task's disk.
        ephemeralStorage/sizeInGiB [GiB]: How much.
        TaskDefinition/executionRoleArn: The role that pulls images, reads secrets and writes logs before the task runs.
        TaskDefinition/taskRoleArn: The role that the containers have.
        TaskDefinition/family: AWS's name, of which every change is a revision.
        TaskDefinition/inferenceAccelerators: Accelerators that containers name.
        inferenceAccelerators/deviceName: How containers name it.
        inferenceAccelerators/deviceType: Its type.
        TaskDefinition/ipcMode: Whose shared memory the containers see: the host's, the task's or none.
        TaskDefinition/pidMode: Whose processes the containers see: the host's or the task's.
        TaskDefinition/networkMode: bridge maps ports of the instance, host uses them, awsvpc gives the task an address.
        TaskDefinition/proxyConfiguration: The App Mesh proxy.
        proxyConfiguration/containerName: The container that is the proxy.
        proxyConfiguration/properties: What the network plugin is told.
        properties/name: The property's name.
        properties/value: The property's value.
        proxyConfiguration/type: APPMESH.
        TaskDefinition/requiresCompatibilities: Where it has to be able to run: EC2, FARGATE, EXTERNAL.
        TaskDefinition/runtimePlatform: Processor and operating system.
        runtimePlatform/cpuArchitecture: X86_64 or ARM64.
        runtimePlatform/operatingSystemFamily: LINUX, or a version of Windows.
        TaskDefinition/tags: Tags of the revision by name.
        TaskDefinition/volumes: What containers mount, by name.
        volumes/name: How mount points name it.
        volumes/configuredAtLaunch: Whether the service says what it is.
        volumes/host: A folder of the instance.
        host/sourcePath: The folder; an empty one of the task's own when left out.
        volumes/dockerVolumeConfiguration: A volume of Docker's.
        dockerVolumeConfiguration/autoprovision: Whether it is made when it is not there.
        dockerVolumeConfiguration/driver: Docker's volume driver.
        dockerVolumeConfiguration/driverOpts: Options of the driver.
        dockerVolumeConfiguration/labels: Labels of the volume.
        dockerVolumeConfiguration/scope: task for one that goes with the task, shared for one that stays.
        volumes/efsVolumeConfiguration: An EFS file system.
        fileSystemId: The file system's id.
        efsVolumeConfiguration/rootDirectory: The folder of it that is mounted.
        efsVolumeConfiguration/transitEncryption: Whether traffic to it is encrypted.
        transitEncryptionPort: The port that encrypted traffic takes; chosen by itself when left out.
        efsVolumeConfiguration/authorizationConfig: Access point and role.
        authorizationConfig/accessPointId: The access point.
        authorizationConfig/iam: Whether the task role is used to mount it.
        volumes/fsxWindowsFileServerVolumeConfiguration: An FSx for Windows file system.
        fsxWindowsFileServerVolumeConfiguration/rootDirectory: The folder of it that is mounted.
        fsxWindowsFileServerVolumeConfiguration/authorizationConfig: Who mounts it.
        authorizationConfig/credentialsParameter: The secret with the credentials.
        authorizationConfig/domain: The Active Directory domain.
        volumes/s3filesVolumeConfiguration: An S3 file system.
        s3filesVolumeConfiguration/accessPointArn: The access point.
        s3filesVolumeConfiguration/fileSystemArn: The file system.
        s3filesVolumeConfiguration/rootDirectory: The folder of it that is mounted.
        containerDefinitions/name: Its name, by which services, links and overrides know it.
        containerDefinitions/image: Repository and tag or digest.
        containerDefinitions/command: What it runs instead of the image's command, a word each.
        containerDefinitions/entryPoint: What it runs instead of the image's entry point, a word each.
        containerDefinitions/cpu [CPU units]: Its share of CPU, 1024 to a core.
        containerDefinitions/memory [MiB]: Its hard limit; above it the container is killed.
        containerDefinitions/memoryReservation [MiB]: Its soft limit, which is what placement counts.
        containerDefinitions/credentialSpecs: Credential specifications for Active Directory.
        containerDefinitions/dependsOn: Containers that have to have come so far before it starts.
        dependsOn/condition: START, HEALTHY, COMPLETE or SUCCESS.
        dependsOn/containerName: The container that is waited for.
        containerDefinitions/disableNetworking: Whether it has no network at all.
        containerDefinitions/dnsSearchDomains: Search domains of its resolver.
        containerDefinitions/dnsServers: Name servers of its resolver.
        containerDefinitions/dockerLabels: Docker's labels.
        containerDefinitions/dockerSecurityOptions: Docker's security options, such as an AppArmor profile.
        containerDefinitions/environment: Environment variables; secrets belong in secrets.
        environment/name: The variable's name.
        environment/value: What it holds, readable by everybody who may read the task definition.
        containerDefinitions/environmentFiles: Files in S3 with environment variables.
        environmentFiles/type: s3.
        environmentFiles/value: The object's ARN.
        containerDefinitions/essential: Whether the task ends with it.
        containerDefinitions/extraHosts: Further entries of /etc/hosts.
        extraHosts/hostname: The name.
        extraHosts/ipAddress: The address.
        containerDefinitions/firelensConfiguration: Makes it the log router of the task.
        firelensConfiguration/options: Options of the router.
        firelensConfiguration/type: fluentd or fluentbit.
        containerDefinitions/healthCheck: The container's own check, run inside it.
        healthCheck/command: The command: CMD or CMD-SHELL first.
        healthCheck/interval [seconds]: Between two checks.
        healthCheck/retries: Failures in a row that make it unhealthy.
        healthCheck/startPeriod [seconds]: How long failures do not count after the start.
        healthCheck/timeout [seconds]: How long one check may take.
        containerDefinitions/hostname: The host name inside it.
        containerDefinitions/interactive: Whether standard input stays open.
        containerDefinitions/links: Containers that it reaches by name, in bridge mode.
        containerDefinitions/linuxParameters: Settings of the Linux kernel.
        linuxParameters/capabilities: What root inside it may do.
        capabilities/add: Capabilities beside Docker's own.
        capabilities/drop: Capabilities that are taken away.
        linuxParameters/devices: Devices of the instance.
        devices/containerPath: Where it stands inside.
        devices/hostPath: Where it stands on the instance.
        devices/permissions: What may be done with it.
        linuxParameters/initProcessEnabled: Whether an init process reaps children and passes signals on.
        linuxParameters/maxSwap [MiB]: How much swap it may use.
        linuxParameters/sharedMemorySize [MiB]: The size of /dev/shm.
        linuxParameters/swappiness: How readily memory is swapped, 0 to 100.
        linuxParameters/tmpfs: Folders in memory.
        tmpfs/containerPath: Where it stands.
        tmpfs/mountOptions: Options of the mount.
        tmpfs/size [MiB]: How large it may grow.
        logConfiguration: Where standard output and error go.
        logConfiguration/logDriver: The driver, such as awslogs or awsfirelens.
        logConfiguration/options: Options of the driver by name; those not known to be free of secrets are shown masked.
        logConfiguration/secretOptions: Options whose values are secrets.
        secretOptions/name: The option's name.
        secretOptions/valueFrom: The ARN of the secret or parameter.
        containerDefinitions/mountPoints: Where volumes are mounted.
        mountPoints/containerPath: The folder inside.
        mountPoints/readOnly: Whether it may only be read.
        mountPoints/sourceVolume: The volume's name.
        containerDefinitions/portMappings: The ports that it listens on.
        portMappings/appProtocol: What is spoken: http, http2 or grpc; for Service Connect.
        portMappings/containerPort: The port inside.
        portMappings/containerPortRange: A range of ports, first-last.
        portMappings/hostPort: The port of the instance; 0 takes a free one.
        portMappings/name: Its name, for Service Connect and VPC Lattice.
        portMappings/protocol: tcp or udp.
        containerDefinitions/privileged: Whether it is root on the instance.
        containerDefinitions/pseudoTerminal: Whether it has a terminal.
        containerDefinitions/readonlyRootFilesystem: Whether its own files may not be written.
        containerDefinitions/repositoryCredentials: Who pulls from a private registry that is not ECR.
        repositoryCredentials/credentialsParameter: The secret with user and password.
        containerDefinitions/resourceRequirements: GPUs and accelerators.
        resourceRequirements/type: GPU or InferenceAccelerator.
        resourceRequirements/value: How many, or which.
        containerDefinitions/restartPolicy: Whether it is started again by itself when it ends.
        restartPolicy/enabled: Whether it is.
        restartPolicy/ignoredExitCodes: Exit codes after which it is not.
        restartPolicy/restartAttemptPeriod [seconds]: How long it has to have run to be started again.
        secrets/name: The environment variable that takes it.
        secrets/valueFrom: The ARN of the secret or parameter.
        containerDefinitions/startTimeout [seconds]: How long those that it depends on may take.
        containerDefinitions/stopTimeout [seconds]: From SIGTERM to SIGKILL.
        containerDefinitions/systemControls: Kernel parameters of its namespace.
        systemControls/namespace: The parameter, such as net.core.somaxconn.
        systemControls/value: Its value.
        containerDefinitions/ulimits: Limits of its processes.
        ulimits/hardLimit: What nobody may exceed.
        ulimits/name: Which limit, such as nofile.
        ulimits/softLimit: What holds until a process raises it.
        containerDefinitions/user: User and group that it runs as.
        containerDefinitions/versionConsistency: Whether its tag is resolved to a digest once for each deployment.
        containerDefinitions/volumesFrom: Containers whose mounts it takes over.
        volumesFrom/readOnly: Whether they may only be read.
        volumesFrom/sourceContainer: The container.
        containerDefinitions/workingDirectory: The folder that its command starts in.
        """
}
