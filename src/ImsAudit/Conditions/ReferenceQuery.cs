namespace ImsAudit.Conditions;

/// <summary>What a <c>refersTo</c> needs to know of every image.</summary>
/// <param name="By">The field that is looked up.</param>
/// <param name="BySlot">Its slot.</param>
/// <param name="Slots">The slots that its <c>where</c> reads.</param>
public sealed record ReferenceQuery(string By, int BySlot, IReadOnlyCollection<int> Slots);
