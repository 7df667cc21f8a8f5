using System.Text;
using ImsAudit.Images;

namespace ImsAudit.Tests.Images;

public sealed class ImageHeadHostileTextTests
{
    [Theory]
    [InlineData("""{"\ud800":"x","id":"a","owner":"p"}""")]
    [InlineData("""{"id":"a","name":"\ud800","\udc00d":1,"owner":"p"}""")]
    public void Head_of_an_image_with_half_a_surrogate_pair_is_read(string json) =>
        ImageHead.Read(Encoding.UTF8.GetBytes(json)).ShouldBe(new ImageHead("a", "p", null, null));

    [Fact]
    public void Head_field_that_is_no_text_is_null() =>
        ImageHead.Read("""{"id":"a","owner":"\ud800","visibility":["public"]}"""u8).ShouldBe(new ImageHead("a", null, null, null));

    [Fact]
    public void Head_field_named_with_escapes_is_found() =>
        ImageHead.Read("""{"\u0069d":"a"}"""u8).Id.ShouldBe("a");
}
