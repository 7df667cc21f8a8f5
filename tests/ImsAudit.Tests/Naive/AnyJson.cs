using CsCheck;

namespace ImsAudit.Tests.Naive;

/// <summary>JSON texts from one small pool, so that values of images and operands of policies meet.</summary>
internal static class AnyJson
{
    public static readonly string[] Texts =
    [
        "\"\"", "\" \"", "\"x\"", "\"X\"", "\"xy\"", "\"true\"", "\"True\"", "\" true\"", "\"FALSE\"", "\"yes\"", "\"5\"", "\"5.0\"", "\"+5\"", "\"-1\"", "\".5\"", "\"5.\"",
        "\" 5\"", "\"5,0\"", "\"0x5\"", "\"1e1\"", "\"NaN\"", "\"Infinity\"", "\"9007199254740993\"", "\"null\"", "\"a,b\"", "\"a, ,x,\"", "\",\"", "\"hss,ces\"", "\"\\u00e9\"", "\"e\\u0301\"",
        "\"\\u0130\"", "\"\\u0131\"", "\"\\u212a\"", "\"k\"", "\"K\"", "\"\\ud83d\\ude00\"", "\"\\ud801\\udc00\"", "\"\\ud801\\udc28\"", "\"\\ud800\"", "\"\\u0000\"", "\"x\\ny\"", "\"\\u00a0\"", "\"\\ufeff\"",
        "\"CentOS 7.6 64bit\"", "\"centos 8\"", "\"Edge 1\"", "\"Soon\"", "\"Never 10.0.1\"", "\"CentOS\"", "\"7.06\"", "\"7.6.0\"", "\"v10\"", "\"i-1\"", "\"i-2\"", "\"I-1\"", "\"p\"", "\"private\"", "\"env\"",
        "\"x*\"", "\"?\"", "\"*5*\"", "\"^x\"", "\"(\"", "\"[a-z]+$\"", "\"90d\"", "\"P1D\"", "\"PT\"", "\"36H\"", "\"0s\"", "\"99999999999w\"", "\"{\\\"a\\\":1}\"",
    ];

    public static readonly string[] Times =
    [
        "\"2026-01-01T00:00:00Z\"", "\"2025-12-31T23:59:59.9999999Z\"", "\"2025-12-31T23:59:59.99999999Z\"", "\"2025-10-03T00:00:00Z\"", "\"2025-10-03 00:00:00\"", "\"2025-10-03 00:00:00.5\"", "\"2025-10-03T00:00:00\"",
        "\"2025-10-03T00:00:00z\"", "\"2025-10-03t00:00:00Z\"", "\"2025-10-03T00:00:00+00:00\"", "\"2025-10-03T00:00:00.1Z\"", "\"2025-10-03T00:00:00.Z\"", "\"2025-10-03\"", "\"2025-13-03T00:00:00Z\"", "\"2025-02-30T00:00:00Z\"",
        "\"2025-10-03T24:00:00Z\"", "\"2025-10-03T23:59:60Z\"", "\"0000-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\" 2025-10-03T00:00:00Z\"", "\"2025-10-3T00:00:00Z\"",
        "\"\\u0662025-10-03T00:00:00Z\"", "\"1735689600\"", "1735689600",
    ];

    public static readonly string[] Numbers =
        ["0", "-0", "1", "2", "5", "5.0", "5e0", "-1", "4.999", "1e2", "100", "2147483648", "9007199254740992", "9007199254740993", "0.1", "0.10", "1E+2"];

    public static readonly Gen<string> Scalar = Gen.Frequency(
        (5, Pick.Of(Texts)), (2, Pick.Of(Times)), (3, Pick.Of(Numbers)), (1, Pick.Of("true", "false")));

    public static readonly Gen<string> Nested = Gen.OneOf(
        Scalar.Select(value => $"{{\"p\":{value}}}"),
        Gen.Select(Scalar, Scalar, (one, other) => $"{{\"p\":{{\"q\":{one}}},\"a\":{other}}}"),
        Gen.Select(Scalar, Scalar, (one, other) => $"{{\"p.q\":{one},\"p\":{{\"q\":{other}}}}}"),
        Scalar.Select(value => $"{{ \"a\" : {value}, \"a\" : [ {value} ] }}"));

    public static readonly Gen<string> Value = Gen.Frequency(
        (12, Scalar),
        (1, Pick.Of("null", "[]", "{}", "[ ]", "{ }", "[null]", "[[]]", "[{}]")),
        (3, Gen.OneOf(Scalar, Gen.Const("null"), Gen.Const("[\"x\"]"), Gen.Const("{\"x\":1}")).Array[0, 4].Select(items => $"[{string.Join(',', items)}]")),
        (1, Nested));
}
