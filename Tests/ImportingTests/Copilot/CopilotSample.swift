import Manifest

@testable import Importing

/// A Copilot application that uses every member of its manifests.
enum CopilotSample {
    /// The folder as a source, without an environment of Neap's.
    struct Folder: ManifestSource {
        let files: [String: [UInt8]]

        func entries() -> [SourceEntry] {
            files.map { SourceEntry(path: $0.key, size: $0.value.count) }.sorted { $0.path < $1.path }
        }
        func read(_ path: String) -> [UInt8] { files[path] ?? [] }
    }

    static func folder(_ texts: [String: String]) -> Folder {
        var files = texts.mapValues { Array($0.utf8) }
        files[".workspace"] = files[".workspace"] ?? Array("application: shop\n".utf8)
        return Folder(files: files)
    }

    static let settings = CopilotProject.Settings(
        region: "eu-west-1", accountID: "123456789012", environment: "prod")

    static func project(
        _ texts: [String: String], _ edit: (inout CopilotProject.Settings) -> Void = { _ in }
    ) throws -> CopilotProject {
        var settings = settings
        edit(&settings)
        return try CopilotProject(folder(texts), prefix: "copilot", settings)
    }

    static func texts(_ project: CopilotProject) -> [String: String] {
        ImportedFiles(project, source: "copilot", folder: "prod").texts
    }

    static let everything = [
        "frontend/manifest.yml": web, "worker/manifest.yml": worker, "report/manifest.yml": job,
        "environments/prod/manifest.yml": environment, "backend/manifest.yml": backend,
    ]

    static let web = """
        name: frontend
        type: Load Balanced Web Service
        image:
          build: {dockerfile: ./frontend/Dockerfile, context: ./frontend, target: run, cache_from: ["a:1"], args: {A: "1"}}
          port: 8080
          credentials: arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry
          labels: {com.example.team: core}
          depends_on: {nginx: start, setup: success}
          healthcheck: {command: [CMD-SHELL, "curl -f http://localhost:8080"], interval: 15s, retries: 3, timeout: 6s, start_period: 5s}
        http:
          path: shop
          healthcheck: {path: /_ok, port: 8081, success_codes: "200,301", healthy_threshold: 4, unhealthy_threshold: 3, interval: 15s, timeout: 10s, grace_period: 2m}
          deregistration_delay: 50s
          target_container: nginx
          target_port: 8083
          stickiness: true
          allowed_source_ips: [10.24.34.0/23]
          alias: [{name: shop.example.com, hosted_zone: Z1}, {name: www.example.com, hosted_zone: Z1}]
          redirect_to_https: false
          version: http2
          additional_rules:
            - {path: admin, target_port: 8082, alias: admin.example.com, hosted_zone: Z1, healthcheck: /admin}
        nlb:
          port: 80/tcp
          healthcheck: {port: 81, healthy_threshold: 4, unhealthy_threshold: 4, interval: 10s, timeout: 12s, grace_period: 30s}
          target_container: nginx
          target_port: 8084
          ssl_policy: ELBSecurityPolicy-2016-08
          stickiness: true
          deregistration_delay: 20s
          alias: tcp.example.com
          additional_listeners: [{port: 8443/tls, target_port: 8085, ssl_policy: ELBSecurityPolicy-2016-08}]
        cpu: 512
        memory: 1024
        platform: linux/arm64
        count:
          range: {min: 2, max: 10, spot_from: 3}
          cooldown: {in: 80s, out: 40s}
          cpu_percentage: 70
          memory_percentage: {value: 80, cooldown: {in: 90s, out: 160s}}
          requests: 1000
          response_time: 2s
        exec: true
        entrypoint: /bin/entry --fast
        command: [serve, --port, "8080"]
        variables:
          LOG_LEVEL: info
          BUCKET: {from_cfn: shop-bucket}
          API_TOKEN: hunter2-not-a-word
        env_file: frontend.env
        secrets:
          GITHUB: /github/name
          DB: {secretsmanager: "demo/prod/mysql"}
          OTHER: {from_cfn: shop-secret}
        storage:
          ephemeral: 100
          readonly_fs: true
          volumes:
            scratch: {path: /var/data, read_only: false, efs: false}
            own: {path: /etc/own, efs: {id: fs-1234, root_dir: /own, auth: {iam: true, access_point_id: fsap-1}}}
            made: {path: /etc/made, efs: {uid: 1000, gid: 1000}}
        network:
          connect: {alias: front.shop}
          vpc:
            placement: private
            security_groups: {deny_default: true, groups: [sg-0001, {from_cfn: shop-group}]}
        publish: {topics: [{name: orders, fifo: true}]}
        logging:
          retention: 7
          image: example.com/fluent:1
          destination: {Name: cloudwatch, region: eu-west-1}
          enableMetadata: false
          secretOptions: {LOG_TOKEN: /log/token}
          configFilePath: /extra.conf
          variables: {LEVEL: debug}
          secrets: {KEY: /log/key}
          env_file: log.env
        observability: {tracing: awsxray}
        deployment: {rolling: recreate, rollback_alarms: [high-cpu]}
        sidecars:
          nginx:
            port: 8083/tcp
            image: nginx:1
            essential: true
            credentialsParameter: arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry
            variables: {MODE: fast}
            secrets: {TOKEN: /nginx/token}
            env_file: nginx.env
            mount_points: [{source_volume: scratch, path: /scratch, read_only: true}]
            labels: {a: b}
            depends_on: {setup: complete}
            entrypoint: [/nginx]
            command: run it
            healthcheck: {command: [CMD, "true"], interval: 20s}
          setup: {image: {build: ./setup/Dockerfile}, essential: false}
        taskdef_overrides:
          - {path: "ContainerDefinitions[0].Ulimits[-]", value: {Name: nofile, SoftLimit: 1024, HardLimit: 2048}}
          - {path: "PidMode", value: task}
          - {path: "ContainerDefinitions[9].Cpu", value: 7}
        environments:
          prod: {memory: 2048, variables: {LOG_LEVEL: warn}}
          test: {count: 1}
        """

    static let backend = """
        name: backend
        type: Backend Service
        image: {location: "example.com/backend:1", port: 8080}
        http: {path: /, healthcheck: /up, alias: backend.internal}
        cpu: 256
        memory: 512
        count: {spot: 2}
        network: {connect: true, vpc: {placement: {subnets: {from_tags: {Tier: [private, inner]}}}}}
        deployment: {rollback_alarms: {cpu_utilization: 70}}
        """

    static let worker = """
        name: worker
        type: Worker Service
        image: {location: "example.com/worker:1"}
        subscribe:
          topics: [{name: orders, service: frontend, filter_policy: {store: [a]}, queue: {retention: 96h}}]
          queue: {retention: 96h, timeout: 30s, delay: 5s, dead_letter: {tries: 3}, fifo: {high_throughput: true}}
        cpu: 256
        memory: 512
        count: {range: 1-5, queue_delay: {acceptable_latency: 10m, msg_processing_time: 250ms, cooldown: {in: 30s, out: 60s}}}
        network: {vpc: {security_groups: [sg-0002]}}
        """

    static let job = """
        name: report
        type: Scheduled Job
        on: {schedule: "@daily"}
        image: {location: "example.com/report:1"}
        cpu: 256
        memory: 512
        retries: 3
        timeout: 1h
        platform: {osfamily: windows_server_2022_core, architecture: x86_64}
        """

    static let environment = """
        name: prod
        type: Environment
        observability: {container_insights: true}
        network:
          vpc:
            id: vpc-0123
            cidr: 10.0.0.0/16
            subnets:
              public: [{id: subnet-1}, {id: subnet-2}]
              private: [{cidr: 10.0.3.0/24, az: eu-west-1a}, {cidr: 10.0.4.0/24, az: eu-west-1b}]
            security_group: {ingress: [{ip_protocol: tcp, ports: 80, cidr: 0.0.0.0/0}], egress: []}
            flow_logs: {retention: 60}
        http:
          public:
            certificates: ["arn:aws:acm:${AWS_REGION}:${AWS_ACCOUNT_ID}:certificate/x"]
            access_logs: {bucket_name: logs, prefix: shop}
            ingress: {cdn: true, source_ips: [1.2.3.4/32]}
            ssl_policy: ELBSecurityPolicy-FS-1-1-2019-08
            security_groups: {ingress: {restrict_to: {cdn: true}}}
          private: {subnets: [subnet-8, subnet-9], ingress: {vpc: true}, certificates: ["arn:aws:acm:eu-west-1:123456789012:certificate/y"], ssl_policy: ELBSecurityPolicy-FS-1-1-2019-08}
        cdn: {certificate: "arn:aws:acm:us-east-1:123456789012:certificate/z", terminate_tls: true, static_assets: {alias: s.example.com, location: b, path: "static/*"}}
        """
}
