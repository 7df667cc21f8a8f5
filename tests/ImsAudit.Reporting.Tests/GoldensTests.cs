namespace ImsAudit.Reporting.Tests;

public sealed class GoldensTests
{
    [Fact]
    public void Goldens_are_not_updated_under_ci()
    {
        Goldens.MayUpdate(update: "1", ci: null).ShouldBeTrue();
        Goldens.MayUpdate(update: null, ci: null).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => Goldens.MayUpdate(update: "1", ci: "true"));
    }
}
