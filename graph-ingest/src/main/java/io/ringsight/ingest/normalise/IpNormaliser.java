package io.ringsight.ingest.normalise;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.Locale;

/**
 * IP addresses: an IPv4 address as it is, of an IPv6 address its /64 prefix, which names the subscriber's network, where the
 * rest is drawn at random by most devices. Addresses that are not routed between networks are unverified.
 */
final class IpNormaliser {
    private static final int NETWORK_BITS = 64;
    private static final IPAddressStringParameters STRICT = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .allowMask(false)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowLeadingZeros(false)
            .getParentBuilder()
            .toParams();

    private IpNormaliser() {}

    static Outcome normalise(String raw) {
        String text = ExactText.of(raw).toLowerCase(Locale.ROOT);
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1);
        }
        try {
            IPAddress address = new IPAddressString(text, STRICT).toAddress();
            if (address == null || address.isIPv4() && address.isPrefixed()) {
                return Outcome.NormalForm.unverified(text);
            }
            return address.isIPv4() ? version4(address, text) : version6(address.toIPv6(), text);
        } catch (AddressStringException | RuntimeException _) {
            return Outcome.NormalForm.unverified(text);
        }
    }

    private static Outcome version4(IPAddress address, String text) {
        if (address.isMultiple()) {
            return Outcome.NormalForm.unverified(text);
        }
        byte[] bytes = address.getBytes();
        boolean carrierPrivate = (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        boolean routed = bytes[0] != 0
                && !carrierPrivate
                && !address.toIPv4().isPrivate()
                && !address.isLoopback()
                && !address.isLinkLocal()
                && !address.isMulticast()
                && (bytes[0] & 0xf0) != 0xf0;
        String canonical = address.toCanonicalString();
        return routed ? Outcome.NormalForm.verified(canonical) : Outcome.NormalForm.unverified(canonical);
    }

    private static Outcome version6(IPv6Address address, String text) {
        if (address.isIPv4Mapped()) {
            return version4(address.getEmbeddedIPv4Address(), text);
        }
        Integer prefix = address.getNetworkPrefixLength();
        if (prefix == null ? address.isMultiple() : prefix != NETWORK_BITS) {
            return Outcome.NormalForm.unverified(text);
        }
        boolean routed = !address.isLoopback()
                && !address.isAnyLocal()
                && !address.isLinkLocal()
                && !address.isUniqueLocal()
                && !address.isMulticast();
        String network = address.removeZone().toPrefixBlock(NETWORK_BITS).toCanonicalString();
        return routed ? Outcome.NormalForm.verified(network) : Outcome.NormalForm.unverified(text);
    }

    /** Whether a normal form names the machine itself or no machine. */
    static boolean isNowhere(String normalForm) {
        if (!normalForm.startsWith("127.") && !normalForm.startsWith("0") && !normalForm.startsWith(":")) {
            return false;
        }
        try {
            IPAddress address = new IPAddressString(normalForm, STRICT).toAddress();
            return address != null && !address.isMultiple() && (address.isLoopback() || address.isZero());
        } catch (AddressStringException | RuntimeException _) {
            return false;
        }
    }
}
