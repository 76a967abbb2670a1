package io.ringsight.api.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.ringsight.export.json.JsonText;
import io.ringsight.ingest.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Watches the requests of one connection while they arrive: a request must be here, from its first byte to its last, within a time, however
 * steadily it drips; its body must not be larger than its path allows; and all bodies of all connections together must fit a budget. What
 * breaks a rule is answered with a problem, the rest of it is dropped, and the connection is closed. For one event loop.
 */
final class RequestGuard extends ChannelDuplexHandler {
    private final Duration longest;
    private final long budget;
    private final AtomicLong allHeld; // bytes, of all connections
    private final MeterRegistry meters;
    private @Nullable Future<?> deadline;
    private long most;
    private long arrived;
    private long held;
    private boolean refused;

    RequestGuard(Duration longest, long budget, AtomicLong allHeld, MeterRegistry meters) {
        this.longest = longest;
        this.budget = budget;
        this.allHeld = allHeld;
        this.meters = meters;
    }

    /** Stands before the codec and starts the clock. */
    ChannelInboundHandlerAdapter firstByte() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
                begin(context);
                super.channelRead(context, message);
            }
        };
    }

    private void begin(ChannelHandlerContext context) {
        if (deadline == null) {
            deadline = context.executor().schedule(() -> late(context), longest.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void end() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void late(ChannelHandlerContext atFirstByte) {
        ChannelHandlerContext context = atFirstByte.pipeline().context(this);
        if (context == null || refused) {
            atFirstByte.close();
        } else {
            refuse(context, ErrorCode.TIMED_OUT, "A request must arrive within " + longest.toSeconds() + " s.", "");
            context.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request && !refused) {
            most = request.uri().startsWith("/v1/applications") ? RequestLimits.BULK : RequestLimits.SINGLE;
            arrived = 0;
            long announced = HttpUtil.getContentLength(request, 0L);
            if (announced > most) {
                tooLarge(context, announced);
            }
        }
        if (message instanceof HttpContent content && !refused) {
            hold(context, content.content().readableBytes());
        }
        boolean last = message instanceof LastHttpContent;
        if (last) {
            end();
        }
        if (!refused) {
            super.channelRead(context, message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (last) {
            context.close();
        }
    }

    private void hold(ChannelHandlerContext context, int bytes) {
        arrived += bytes;
        held += bytes;
        long all = allHeld.addAndGet(bytes);
        if (arrived > most) {
            tooLarge(context, arrived);
        } else if (all > budget) {
            refuse(context, ErrorCode.OVERLOADED, "Too much is arriving at once.", "Maybe send it again later.");
        }
    }

    private void tooLarge(ChannelHandlerContext context, long bytes) {
        refuse(
                context,
                ErrorCode.TOO_LARGE,
                "A body of " + bytes + " bytes is larger than " + most + ".",
                "Maybe send many applications as NDJSON to /v1/applications.");
    }

    private void refuse(ChannelHandlerContext context, ErrorCode code, String detail, String hint) {
        refused = true;
        meters.counter(
                        "ringsight.requests.shed",
                        "kind",
                        "requests",
                        "reason",
                        code.name().toLowerCase(Locale.ROOT))
                .increment();
        letGo();
        byte[] body = json(Problem.of(code, code.httpStatus(), detail, hint)).getBytes(StandardCharsets.UTF_8);
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(code.httpStatus()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, "close");
        if (code == ErrorCode.OVERLOADED) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, 1);
        }
        // The rest of the body is read and dropped until its end or its time: closing at once would take the answer
        // away.
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private static String json(Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", problem.type());
        json.put("title", problem.title());
        json.put("status", problem.status());
        json.put("detail", problem.detail());
        json.put("code", problem.code());
        json.put("hint", problem.hint());
        return JsonText.line(json);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof LastHttpContent) {
            letGo(); // it is answered
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        end();
        letGo();
        super.channelInactive(context);
    }

    private void letGo() {
        allHeld.addAndGet(-held);
        held = 0;
    }
}
