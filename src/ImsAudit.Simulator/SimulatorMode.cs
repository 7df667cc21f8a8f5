namespace ImsAudit.Simulator;

/// <summary>Whose manners the simulator has.</summary>
public enum SimulatorMode
{
    /// <summary>Huawei Cloud IMS: <c>__isregistered=true</c> is put into every listing, and the last page has no <c>next</c>.</summary>
    Ims = 0,

    /// <summary>Plain OpenStack Glance: a full last page has a <c>next</c> that leads to an empty page, and properties are just properties.</summary>
    Glance = 1,
}
