@testable import Importing

/// A Compose file that uses every member of a service, and an import of it.
enum ComposeSample {
    static let settings = ComposeProject.Settings(region: "eu-west-1", accountID: "123456789012", name: "shop")

    /// The project of a text.
    static func project(
        _ text: String, _ edit: (inout ComposeProject.Settings) -> Void = { _ in }
    ) throws -> ComposeProject {
        var settings = settings
        edit(&settings)
        return try ComposeProject(Array(text.utf8), file: "compose.yaml", settings)
    }

    /// The texts that an import of it writes.
    static func texts(_ project: ComposeProject) -> [String: String] {
        ImportedFiles(project, source: "compose.yaml", folder: "production").texts
    }

    static let everything = """
        name: shop
        version: "3.9"
        include: [other.yaml]
        x-defaults: &defaults
          restart: unless-stopped
          stop_grace_period: 30s
        models: {llm: {model: ai/small}}
        services:
          api:
            <<: *defaults
            annotations: {a: b}
            attach: false
            blkio_config: {weight: 300}
            build: {context: ./api, args: {A: "1"}}
            cap_add: [NET_ADMIN]
            cap_drop: [ALL]
            cgroup: private
            cgroup_parent: m-executor
            command: serve --port 3000 "two words"
            configs: [{source: settings, target: /etc/settings}]
            container_name: shop-api
            cpu_count: 2
            cpu_percent: 50
            cpu_period: 100000
            cpu_quota: 50000
            cpu_rt_period: 1400us
            cpu_rt_runtime: 400ms
            cpu_shares: 512
            cpus: 0.5
            cpuset: "0,1"
            credential_spec: {file: spec.json}
            depends_on:
              db: {condition: service_healthy, restart: true, required: true}
              migrate: {condition: service_completed_successfully}
            deploy:
              endpoint_mode: vip
              labels: {team: core}
              mode: replicated
              placement: {constraints: [node.role == worker], preferences: [{spread: node.labels.zone}]}
              replicas: 4
              resources:
                limits: {cpus: "0.5", memory: 512M, pids: 100}
                reservations: {cpus: "0.25", memory: 256M, devices: [{capabilities: [gpu], count: 1}]}
              restart_policy: {condition: on-failure, delay: 5s}
              rollback_config: {parallelism: 1}
              update_config: {parallelism: 1, delay: 10s, order: start-first, failure_action: rollback, monitor: 60s, max_failure_ratio: 0.1}
            develop: {watch: [{path: ./api, action: sync, target: /app}]}
            device_cgroup_rules: ["c 1:3 mr"]
            devices: ["/dev/ttyUSB0:/dev/ttyUSB1:rw"]
            dns: [10.0.0.2, 8.8.8.8]
            dns_opt: [use-vc]
            dns_search: example.com
            domainname: example.com
            entrypoint: [/entry, --fast]
            env_file: [./api.env, {path: ./more.env, required: false}]
            environment:
              MODE: production
              WORKERS: 4
              EMPTY: ""
              FROM_SHELL:
              DB_PASSWORD: hunter2-not-a-word
            expose: ["9000"]
            extends: {file: base.yaml, service: base}
            external_links: [legacy]
            extra_hosts: ["somehost=162.242.195.82"]
            gpus: all
            group_add: [mail]
            healthcheck: {test: curl -f http://localhost:3000/healthz, interval: 10s, timeout: 5s, retries: 4, start_period: 20s, start_interval: 1s, disable: false}
            hostname: api
            image: example.com/shop/api:1.7.4
            init: true
            ipc: shareable
            isolation: default
            label_file: ./labels
            labels: {com.example.team: core}
            links: [db, "db:database"]
            logging: {driver: json-file, options: {max-size: 10m}}
            mac_address: 02:42:ac:11:65:43
            mem_limit: 1g
            mem_reservation: 512m
            mem_swappiness: 10
            memswap_limit: 2g
            models: [llm]
            networks: {front: {aliases: [www], ipv4_address: 172.16.238.10}, back: {}}
            network_mode: bridge
            oom_kill_disable: true
            oom_score_adj: 100
            pid: host
            pids_limit: 100
            platform: linux/arm64
            ports: ["8080:3000", "127.0.0.1:9229:9229", {target: 3001, published: "8081", protocol: tcp, mode: host, name: more, app_protocol: http}]
            post_start: [{command: ./started}]
            pre_stop: [{command: ./stopping}]
            privileged: true
            profiles: [full]
            provider: {type: awesomecloud}
            pull_policy: always
            pull_refresh_after: 1d
            read_only: true
            runtime: runc
            scale: 3
            secrets: [db_root, {source: token, target: api_token, mode: 0440}]
            security_opt: ["label:role:ROLE"]
            shm_size: 64m
            stdin_open: true
            stop_signal: SIGUSR1
            storage_opt: {size: 1G}
            sysctls: {net.core.somaxconn: 1024}
            tmpfs: [/run, "/tmp:size=128m,mode=1777"]
            tty: true
            ulimits: {nproc: 65535, nofile: {soft: 20000, hard: 40000}}
            use_api_socket: true
            user: "1000:1000"
            userns_mode: host
            uts: host
            volumes:
              - data:/var/lib/data
              - /var/run/docker.sock:/var/run/docker.sock:ro
              - ./src:/app
              - /scratch
              - {type: volume, source: cache, target: /cache, read_only: true, volume: {nocopy: true}}
              - {type: tmpfs, target: /fast, tmpfs: {size: 64m, mode: 1777}}
            volumes_from: [db]
            working_dir: /app
            x-note: nothing
          db:
            image: postgres:17
            ports: ["5432:5432"]
            volumes: [{type: bind, source: /data/db, target: /var/lib/postgresql/data, bind: {propagation: rprivate}, consistency: cached}]
            environment: [POSTGRES_DB=shop, POSTGRES_PASSWORD]
          migrate:
            image: example.com/shop/api:1.7.4
            command: [migrate]
            depends_on: [db]
        networks: {front: {driver: bridge}, back: {internal: true, external: true}}
        volumes:
          data: {driver: local, driver_opts: {type: nfs, o: "addr=10.40.0.199"}, labels: {a: b}, name: shop-data, external: false}
          cache:
        secrets: {db_root: {file: ./db_root.txt}, token: {environment: TOKEN}}
        configs: {settings: {content: "a: b"}}
        """

    /// Every member of a service in the Compose specification.
    static let members = """
        annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs container_name cpu_count
        cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset credential_spec depends_on deploy
        develop device_cgroup_rules devices dns dns_opt dns_search domainname entrypoint env_file environment expose extends
        external_links extra_hosts gpus group_add healthcheck hostname image init ipc isolation label_file labels links logging
        mac_address mem_limit mem_reservation mem_swappiness memswap_limit models network_mode networks oom_kill_disable
        oom_score_adj pid pids_limit platform ports post_start pre_stop privileged profiles provider pull_policy
        pull_refresh_after read_only restart runtime scale secrets security_opt shm_size stdin_open stop_grace_period stop_signal
        storage_opt sysctls tmpfs tty ulimits use_api_socket user userns_mode uts volumes volumes_from working_dir
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
