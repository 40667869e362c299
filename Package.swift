// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// One module per AWS service: its shape table and read-only views, written by `Tools/generate`.
let services = [
    "AWSACM", "AWSApplicationAutoScaling", "AWSAutoScaling", "AWSCloudTrail", "AWSCloudWatch", "AWSCloudWatchLogs",
    "AWSDynamoDB", "AWSEC2", "AWSECR", "AWSECS", "AWSELBv2", "AWSIAM", "AWSSecrets", "AWSSQS", "AWSSSM", "AWSSTS",
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// libFuzzer's executable, which only `make fuzz` can link: it needs `--sanitize fuzzer`, and has no `main` of its own.
let fuzzers: [Target] =
    Context.environment["NEAP_FUZZERS"] == nil
    ? []
    : [
        .executableTarget(
            name: "fuzz", dependencies: ["FuzzTargets"], path: "Fuzz/Driver",
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
    ]

let package = Package(
    name: "neap",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "neap", targets: ["neap"]),
        .executable(name: "SimulationBenchmark", targets: ["SimulationBenchmark"]),
        .executable(name: "ForecastBenchmark", targets: ["ForecastBenchmark"]),
        .executable(name: "RenderingBenchmark", targets: ["RenderingBenchmark"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CGit2", pkgConfig: "libgit2",
            providers: [.apt(["libgit2-dev"]), .brew(["libgit2"])]),
        .systemLibrary(name: "CMalloc"),
        module("Model"),
        module(
            "Manifest",
            ["Model", .product(name: "Yams", package: "Yams"), .product(name: "Crypto", package: "swift-crypto")]),
        module(
            "GitStore",
            [
                "CGit2", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        module(
            "Signatures",
            [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        module("AWSWire", ["Model", .product(name: "Crypto", package: "swift-crypto")]),
        module(
            "AWSClient",
            [
                "Model", "AWSWire", .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ]),
    ] + services.map { module($0, ["Model", "AWSWire"]) } + [
        module(
            "Kinds",
            ["Model", "AWSWire", .product(name: "Crypto", package: "swift-crypto")]
                + services.map { .byName(name: $0) }),
        module("Simulation", ["Model", .product(name: "HeapModule", package: "swift-collections")]),
        module("Planning", ["Model", "Manifest", "AWSWire", "Kinds", "Simulation"]),
        module("Importing", ["Model", "Manifest", "AWSWire", "Kinds", "Planning"]),
        module("Bootstrap", ["Kinds"]),
        module(
            "Reconciler",
            [
                "Model", "Manifest", "GitStore", "Signatures", "AWSWire", "AWSECS", "Kinds", "Planning",
                .product(name: "Tracing", package: "swift-distributed-tracing"),
            ]),
        module(
            "LocalAWS",
            [
                "Model", "Manifest", "AWSWire", "Simulation", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
            ] + services.map { .byName(name: $0) }),
        module(
            "Controller",
            [
                "CMalloc", "Model", "Manifest", "GitStore", "AWSWire", "AWSClient", "Kinds", "Planning", "Reconciler",
                "AWSDynamoDB",
                "AWSECS", "AWSSQS",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
        .executableTarget(
            name: "neap",
            dependencies: [
                "Model", "Manifest", "GitStore", "Signatures", "AWSWire", "AWSClient", "Kinds", "Planning",
                "Reconciler", "Controller", "Importing", "Bootstrap", "Simulation", "LocalAWS",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ] + services.map { .byName(name: $0) }, swiftSettings: strict),
        .executableTarget(
            name: "SimulationBenchmark", dependencies: ["Model", "Simulation"], path: "Benchmarks/Simulation",
            swiftSettings: strict),
        .executableTarget(
            name: "ForecastBenchmark",
            dependencies: ["Model", "AWSWire", "Kinds", "LocalAWS", "Planning", "Simulation"],
            path: "Benchmarks/Forecast", swiftSettings: strict),
        .executableTarget(
            name: "RenderingBenchmark", dependencies: ["Model", "Manifest", "Kinds"], path: "Benchmarks/Rendering",
            swiftSettings: strict),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "Model", "Manifest", "GitStore", "Signatures", "AWSWire", "AWSCloudWatch", "AWSEC2", "AWSECS",
                "AWSELBv2", "Kinds", "Planning", "Reconciler", "Importing",
            ], path: "Fuzz/Targets", swiftSettings: strict),
        tests("FuzzTests", ["FuzzTargets"]),
        tests("ManifestTests", ["Model", "Manifest"]),
        tests(
            "GitStoreTests",
            [
                "GitStore", "neap", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ], resources: [.copy("Fixtures")]),
        tests(
            "SignaturesTests", ["Signatures", .product(name: "Subprocess", package: "swift-subprocess")],
            resources: [.copy("Fixtures")]),
        tests("AWSWireTests", ["Model", "AWSWire"]),
        tests("SimulationTests", ["Model", "Simulation"]),
        tests("LocalAWSTests", ["Model", "AWSWire", "Simulation", "LocalAWS"] + services.map { .byName(name: $0) }),
        tests(
            "AWSClientTests",
            [
                "Model", "AWSWire", "AWSClient", "AWSECS", "AWSELBv2", "AWSSTS",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        tests(
            "PropertyTests",
            [
                "Model", "Manifest", "GitStore", "AWSWire", "AWSClient", "Kinds", "Planning", "Importing",
                "Reconciler", "Simulation", "LocalAWS", .product(name: "Logging", package: "swift-log"),
            ] + services.map { .byName(name: $0) },
            resources: [.copy("Drawing/undrawn.txt"), .copy("Fields/unchanged.txt")]),
        tests("AWSServicesTests", ["Model", "AWSWire"] + services.map { .byName(name: $0) }),
        tests(
            "PlanningTests",
            ["Model", "Manifest", "AWSWire", "Kinds", "Simulation", "Planning", "ForecastBenchmark"],
            resources: [.copy("Golden")]),
        tests(
            "ControllerTests",
            [
                "Model", "Manifest", "GitStore", "AWSWire", "AWSClient", "Kinds", "Planning", "Reconciler",
                "Controller",
                "LocalAWS", "Simulation", .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ] + services.map { .byName(name: $0) }),
        tests("BootstrapTests", ["Model", "Kinds", "Bootstrap"], resources: [.copy("permissions.txt")]),
        tests("ImportingTests", ["Model", "Manifest", "AWSWire", "Kinds", "Planning", "Importing"]),
        tests(
            "ReconcilerTests",
            [
                "Model", "Manifest", "GitStore", "Signatures", "AWSWire", "Kinds", "Planning", "Reconciler", "neap",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            resources: [.copy("Golden")]),
        tests(
            "KindsTests",
            ["Model", "Manifest", "AWSWire", "Kinds", "Planning", "Importing"] + services.map { .byName(name: $0) },
            resources: [
                .copy("Service/Causes/Corpus"), .copy("Facts/cloudformation.txt"), .copy("Facts/differences.txt"),
            ]),
    ] + fuzzers,
    swiftLanguageModes: [.v6]
)
