namespace ImsAudit.Values;

public static class Truths
{
    public static Truth Not(this Truth truth) => Truth.True - (int)truth;

    public static Truth And(this Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(this Truth left, Truth right) => left > right ? left : right;

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;

    public static string Name(this Truth truth) => truth switch
    {
        Truth.False => "false",
        Truth.True => "true",
        _ => "unknown",
    };

    /// <summary>True when any is true, else unknown when any is unknown, else false.</summary>
    public static Truth Any<T>(IReadOnlyList<T> items, Func<T, Truth> test)
    {
        var truth = Truth.False;
        for (var i = 0; i < items.Count && truth != Truth.True; i++) truth = truth.Or(test(items[i]));
        return truth;
    }

    /// <summary>False when any is false, else unknown when any is unknown, else true.</summary>
    public static Truth All<T>(IReadOnlyList<T> items, Func<T, Truth> test)
    {
        var truth = Truth.True;
        for (var i = 0; i < items.Count && truth != Truth.False; i++) truth = truth.And(test(items[i]));
        return truth;
    }
}
