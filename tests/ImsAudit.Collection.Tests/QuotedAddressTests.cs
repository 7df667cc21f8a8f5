using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Tests;

public class QuotedAddressTests
{
    [Theory]
    [InlineData("http://u:secret@host:1/v3", "http://…@host:1/v3")]
    [InlineData("http://host/?token=secret", "http://host/?…")]
    [InlineData("http://host/#secret", "http://host/#…")]
    [InlineData("u:secret@host", "…@host")]
    [InlineData("http://u:sec@ret@host", "http://…@host")]
    [InlineData("ftp://host/path", "ftp://host/path")]
    public void Address_is_quoted_without_what_may_be_a_secret(string url, string quoted) => Quoted.Address(url).ShouldBe(quoted);
}
