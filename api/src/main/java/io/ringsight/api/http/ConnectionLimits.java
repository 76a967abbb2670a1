package io.ringsight.api.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Puts a {@link RequestGuard} into every connection, and closes those that are too many. */
@Singleton
final class ConnectionLimits implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private final Limits limits;
    private final MeterRegistry meters;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();

    ConnectionLimits(Limits limits, MeterRegistry meters) {
        this.limits = limits;
        this.meters = meters;
        meters.gauge("ringsight.connections", open);
        meters.gauge("ringsight.bodies.bytes", held);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new OfListener());
        return event.getBean();
    }

    private final class OfListener implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new OfConnection(channel) : this;
        }
    }

    private final class OfConnection implements NettyServerCustomizer {
        private final Channel channel;

        OfConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onInitialPipelineBuilt() {
            channel.closeFuture().addListener(_ -> open.decrementAndGet());
            if (open.incrementAndGet() > limits.connections()) {
                meters.counter("ringsight.requests.shed", "kind", "connections", "reason", "full")
                        .increment();
                channel.close();
                return;
            }
            var guard = new RequestGuard(limits.requestTime(), limits.bodyMemory(), held, meters);
            channel.pipeline()
                    .addBefore(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "ringsight-first-byte",
                            guard.firstByte())
                    .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "ringsight-guard", guard);
        }
    }
}
