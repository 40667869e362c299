import NIOCore
import NIOPosix
import Synchronization

/// Standard input, of which only the end is of interest.
enum StandardInput {
    /// Returns when the other side closes it.
    static func end() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let pipe = try await NIOPipeBootstrap(group: group).takingOwnershipOfDescriptor(input: 0) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        try await pipe.executeThenClose { inbound, _ in
            for try await _ in inbound {}
        }
    }
}
